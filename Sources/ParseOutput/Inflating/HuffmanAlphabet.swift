/// The three sets of symbols of RFC 1951, and what their symbols mean.
enum HuffmanAlphabet: Sendable {
    /// Bytes, the end of a block, and lengths (3.2.5).
    case literals

    /// Distances (3.2.5).
    case distances

    /// Code lengths and their repetitions (3.2.7).
    case codeLengths

    /// By how many bits a code is looked up at once; longer ones take a second look.
    var tableBits: Int {
        switch self {
        case .literals: 10
        case .distances: 8
        case .codeLengths: 7
        }
    }

    /// What a symbol means, as an entry without a code.
    func entry(for symbol: Int) -> HuffmanEntry {
        switch self {
        case .codeLengths: .literal(symbol)
        case .literals: Self.literalOrLength(symbol)
        case .distances: Self.distance(symbol)
        }
    }

    private static func literalOrLength(_ symbol: Int) -> HuffmanEntry {
        switch symbol {
        case ..<256: .literal(symbol)
        case 256: .endOfBlock
        case ..<265: .base(symbol - 254, extraBits: 0)
        case ..<285: lengthWithExtraBits(symbol - 265)
        case 285: .base(258, extraBits: 0)
        default: .invalid
        }
    }

    /// From 11 on, four symbols each have the same number of extra bits.
    private static func lengthWithExtraBits(_ index: Int) -> HuffmanEntry {
        let bits = index / 4 + 1
        return .base(3 + ((4 + index % 4) << bits), extraBits: bits)
    }

    /// From 5 on, two symbols each have the same number of extra bits.
    private static func distance(_ symbol: Int) -> HuffmanEntry {
        switch symbol {
        case ..<4: return .base(symbol + 1, extraBits: 0)
        case ..<30:
            let bits = symbol / 2 - 1
            return .base(1 + ((2 + symbol % 2) << bits), extraBits: bits)
        default: return .invalid
        }
    }
}
