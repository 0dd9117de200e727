/// The two codes of a compressed block.
struct BlockCodes: Sendable {
    let literals: HuffmanTable
    let distances: HuffmanTable

    /// The codes that need no description (RFC 1951, section 3.2.6).
    static let fixed: BlockCodes = {
        let literals: [UInt8] =
            [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
            + [UInt8](repeating: 7, count: 24) + [UInt8](repeating: 8, count: 8)
        guard let literals = HuffmanTable(lengths: literals[...], .literals),
            let distances = HuffmanTable(lengths: [UInt8](repeating: 5, count: 32)[...], .distances)
        else { preconditionFailure("The fixed codes are complete.") }
        return BlockCodes(literals: literals, distances: distances)
    }()
}
