/// A chunk's pages and how well they were read: the field `metadata` of a chunk.
public struct ChunkMetadata: Sendable, Hashable, Codable {
    /// Its pages: the field `pageRange`.
    public var pageRange: PageRange?

    /// How sure the least sure word is, from 0 to 1: the field `minOcrConfidence`.
    public var minOCRConfidence: Double?

    /// How sure its words are on average, from 0 to 1: the field `avgOcrConfidence`.
    public var avgOCRConfidence: Double?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - pageRange: its pages: the field `pageRange`.
    ///   - minOCRConfidence: how sure the least sure word is, from 0 to 1: the field `minOcrConfidence`.
    ///   - avgOCRConfidence: how sure its words are on average, from 0 to 1: the field `avgOcrConfidence`.
    @inlinable
    public init(
        pageRange: PageRange? = nil,
        minOCRConfidence: Double? = nil,
        avgOCRConfidence: Double? = nil
    ) {
        self.pageRange = pageRange
        self.minOCRConfidence = minOCRConfidence
        self.avgOCRConfidence = avgOCRConfidence
    }

    enum CodingKeys: String, CodingKey {
        case pageRange
        case minOCRConfidence = "minOcrConfidence"
        case avgOCRConfidence = "avgOcrConfidence"
    }
}
