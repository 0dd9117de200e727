/// A Huffman code as RFC 1951 gives it to symbols, and the symbols of lengths and distances as its tables have them.
struct HuffmanCode {
    /// A symbol's code, its first bit in the highest place.
    struct Code: Hashable {
        var bits = 0
        var length = 0
    }

    let lengths: [UInt8]
    let codes: [Code]

    init(_ lengths: [UInt8]) {
        self.lengths = lengths
        var codes = [Code](repeating: Code(), count: lengths.count)
        var next = 0
        for length in 1...15 {
            for symbol in lengths.indices where lengths[symbol] == length {
                codes[symbol] = Code(bits: next, length: length)
                next += 1
            }
            next <<= 1
        }
        self.codes = codes
    }

    /// A complete code for some of so many symbols, their codes as long as it happens.
    static func random(
        for chosen: [Int], of count: Int, longest: Int = 15, by generator: inout SeededGenerator
    ) -> HuffmanCode {
        var leaves = [1, 1]
        while leaves.count < chosen.count {
            let leaf = generator.next() % 3 == 0 ? leaves.count - 1 : Int.random(in: leaves.indices, using: &generator)
            guard leaves[leaf] < longest else { continue }
            leaves[leaf] += 1
            leaves.append(leaves[leaf])
        }
        var lengths = [UInt8](repeating: 0, count: count)
        for (symbol, leaf) in zip(chosen.shuffled(using: &generator), leaves) { lengths[symbol] = UInt8(leaf) }
        return HuffmanCode(lengths)
    }

    static let fixedLiterals = HuffmanCode(
        (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
    )
    static let fixedDistances = HuffmanCode([UInt8](repeating: 5, count: 32))

    /// A code for the lengths of others that is complete.
    static let codeLengths = HuffmanCode((0..<19).map { $0 < 13 ? 4 : 5 })

    static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    static let lengthExtraBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12289, 16385, 24577,
    ]
    static let distanceExtraBits = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]

    /// A length's symbol, and the number in its extra bits.
    static func lengthSymbol(of length: Int) -> (Int, Int) {
        let index = lengthBases.lastIndex { $0 <= length } ?? 0
        return (257 + index, length - lengthBases[index])
    }

    /// A distance's symbol, and the number in its extra bits.
    static func distanceSymbol(of distance: Int) -> (Int, Int) {
        let index = distanceBases.lastIndex { $0 <= distance } ?? 0
        return (index, distance - distanceBases[index])
    }
}
