/// One word as it was read: an element of the field `ocr.words`.
public struct OCRWord: Sendable, Hashable, Codable {
    /// The word: the field `content`.
    public var content: String = ""

    /// Where it is, in the units of the blocks: the field `boundingBox`.
    public var boundingBox: BoundingBox = BoundingBox()

    /// How sure it is, from 0 to 1: the field `confidence`.
    public var confidence: Double?

    /// Its page, from 1: the field `pageNumber`.
    public var pageNumber: Int?

    /// The block it is in: the field `blockId`; not there outside every block.
    public var blockID: String?

    /// How far it is turned, clockwise in degrees from 0 to 360: the field `rotation`.
    public var rotation: Double?

    /// Makes a value without any of its fields, for those who fill it in place: the other one is copied on its way.
    @inlinable
    package init() {}

    /// Makes an value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - content: the word: the field `content`.
    ///   - boundingBox: where it is, in the units of the blocks: the field `boundingBox`.
    ///   - confidence: how sure it is, from 0 to 1: the field `confidence`.
    ///   - pageNumber: its page, from 1: the field `pageNumber`.
    ///   - blockID: the block it is in: the field `blockId`; not there outside every block.
    ///   - rotation: how far it is turned, clockwise in degrees from 0 to 360: the field `rotation`.
    @inlinable
    public init(
        content: String = "",
        boundingBox: BoundingBox = BoundingBox(),
        confidence: Double? = nil,
        pageNumber: Int? = nil,
        blockID: String? = nil,
        rotation: Double? = nil
    ) {
        self.content = content
        self.boundingBox = boundingBox
        self.confidence = confidence
        self.pageNumber = pageNumber
        self.blockID = blockID
        self.rotation = rotation
    }

    enum CodingKeys: String, CodingKey {
        case content
        case boundingBox
        case confidence
        case pageNumber
        case blockID = "blockId"
        case rotation
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.content = try container.decodeIfPresent(String.self, forKey: .content) ?? ""
        self.boundingBox = try container.decodeIfPresent(BoundingBox.self, forKey: .boundingBox) ?? BoundingBox()
        self.confidence = try container.decodeIfPresent(Double.self, forKey: .confidence)
        self.pageNumber = try container.decodeWholeNumberIfPresent(.pageNumber)
        self.blockID = try container.decodeIfPresent(String.self, forKey: .blockID)
        self.rotation = try container.decodeIfPresent(Double.self, forKey: .rotation)
    }
}
