/// What a document was parsed into: the field `output`, or the document behind the field `outputUrl`.
public struct ParseRunOutput: Sendable, Hashable, Codable {
    /// The pieces of the document, in its order: the field `chunks`.
    public var chunks: [Chunk]

    /// Words and lines as they were read: the field `ocr`, if they were asked for.
    public var ocr: OCRLayer?

    /// What is known of file and pages: the field `metadata`.
    public var metadata: OutputMetadata?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - chunks: the pieces of the document, in its order: the field `chunks`.
    ///   - ocr: words and lines as they were read: the field `ocr`, if they were asked for.
    ///   - metadata: what is known of file and pages: the field `metadata`.
    public init(
        chunks: [Chunk],
        ocr: OCRLayer? = nil,
        metadata: OutputMetadata? = nil
    ) {
        self.chunks = chunks
        self.ocr = ocr
        self.metadata = metadata
    }

    enum CodingKeys: String, CodingKey {
        case chunks
        case ocr
        case metadata
    }
}
