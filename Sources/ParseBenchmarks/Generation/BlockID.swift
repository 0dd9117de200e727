/// The id of a block, known from its place alone, so that a word can name its block without the page at hand.
struct BlockID {
    let page: Int
    let index: Int
    let seed: UInt64

    fileprivate static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
}

extension JSONBytes {
    /// Appends the id the way real ones look: `block_13_KlKk5h`.
    mutating func append(_ id: BlockID) {
        append("block_")
        append(id.page)
        append("_")
        var random = RandomSource(seed: id.seed, stream: id.page << 20 | id.index)
        var digits = random.next() >> 1
        for _ in 0..<6 {
            append(byte: BlockID.alphabet[Int(digits % 62)])
            digits /= 62
        }
    }
}
