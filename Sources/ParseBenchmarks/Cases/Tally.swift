/// What a case found in a document; `nil` where it does not look.
struct Tally: Equatable, Codable {
    var chunks: Int?

    /// The UTF-8 bytes of the chunks' texts.
    var chunkText: Int?

    /// The number of blocks, children included.
    var blocks: Int?

    /// The UTF-8 bytes of the blocks' texts.
    var blockText: Int?

    /// The number of OCR words and lines.
    var words: Int?

    /// The UTF-8 bytes of the OCR words and lines.
    var wordText: Int?

    /// The sum of all the bytes there are.
    var byteSum: UInt64?

    /// What two cases both looked at and do not agree on.
    func disagreements(with other: Tally) -> [String] {
        let fields: [(String, KeyPath<Tally, Int?>)] = [
            ("chunks", \.chunks), ("bytes of chunk text", \.chunkText), ("blocks", \.blocks),
            ("bytes of block text", \.blockText), ("words", \.words), ("bytes of word text", \.wordText),
        ]
        return fields.compactMap { name, field in
            guard let mine = self[keyPath: field], let theirs = other[keyPath: field], mine != theirs else {
                return nil
            }
            return "\(mine) or \(theirs) \(name)"
        }
    }
}
