/// What a decoding table says of the next bits: what they stand for, and how many there are.
struct HuffmanEntry: Sendable, Hashable {
    /// From the lowest bit: the code's length in 4 bits, the number of extra bits in 4, the flags, and 16 bits of value.
    let raw: UInt32

    private static let literalFlag: UInt32 = 1 << 8
    private static let specialFlag: UInt32 = 1 << 9
    private static let endFlag: UInt32 = 1 << 10
    private static let subtableFlag: UInt32 = 1 << 11

    private init(value: Int = 0, extraBits: Int = 0, length: Int = 0, flags: UInt32 = 0) {
        raw =
            UInt32(truncatingIfNeeded: value) << 16 | flags | UInt32(truncatingIfNeeded: extraBits) << 4
            | UInt32(truncatingIfNeeded: length)
    }

    /// A byte, or a symbol that is its own meaning.
    static func literal(_ value: Int) -> HuffmanEntry {
        HuffmanEntry(value: value, flags: literalFlag)
    }

    /// A length or a distance, to which extra bits are added.
    static func base(_ value: Int, extraBits: Int) -> HuffmanEntry {
        HuffmanEntry(value: value, extraBits: extraBits)
    }

    /// The end of a block.
    static let endOfBlock = HuffmanEntry(flags: specialFlag | endFlag)

    /// A code that stands for nothing.
    static let invalid = HuffmanEntry(length: 1, flags: specialFlag)

    /// Where the codes that begin with these bits are found.
    ///
    /// - Parameters:
    ///   - offset: the first of their entries.
    ///   - bits: by how many bits more they are told apart.
    /// - Returns: the entry for the bits that they begin with.
    static func subtable(at offset: Int, bits: Int) -> HuffmanEntry {
        HuffmanEntry(value: offset, extraBits: bits, flags: specialFlag | subtableFlag)
    }

    /// The same for a code of so many bits.
    func with(length: Int) -> HuffmanEntry {
        HuffmanEntry(value: value, extraBits: extraBits, length: length, flags: raw & 0xF00)
    }

    /// How many bits the code has.
    @inline(__always)
    var length: Int { Int(truncatingIfNeeded: raw & 0xF) }

    /// How many bits follow the code, or tell the codes of a subtable apart.
    @inline(__always)
    var extraBits: Int { Int(truncatingIfNeeded: (raw &>> 4) & 0xF) }

    /// The byte, the length or distance without its extra bits, or the subtable's offset.
    @inline(__always)
    var value: Int { Int(truncatingIfNeeded: raw &>> 16) }

    @inline(__always)
    var isLiteral: Bool { raw & Self.literalFlag != 0 }

    /// Whether it is the end of a block, a subtable, or invalid.
    @inline(__always)
    var isSpecial: Bool { raw & Self.specialFlag != 0 }

    @inline(__always)
    var isEndOfBlock: Bool { raw & Self.endFlag != 0 }

    @inline(__always)
    var isSubtable: Bool { raw & Self.subtableFlag != 0 }
}
