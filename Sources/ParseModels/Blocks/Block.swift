/// One element of a page: of the field `blocks` of a chunk, or of `children` of a block.
public struct Block: Sendable, Hashable, Codable {
    /// Its id: the field `id`; made from its content, so two alike may share it.
    public var id: String = ""

    /// The block it is a part of: the field `parentBlockId`, on children only.
    public var parentBlockID: String?

    /// What it is: the field `type`.
    public var type: BlockType = .text

    /// Its text in the target format: the field `content`.
    public var content: String = ""

    /// What only its type has: the field `details`.
    public var details: BlockDetails = .plain

    /// Its page and how well it was read: the field `metadata`.
    public var metadata: BlockMetadata = BlockMetadata()

    /// Its outline on the page, clockwise from any corner: the field `polygon`.
    public var polygon: [Point] = []

    /// The upright rectangle around it: the field `boundingBox`.
    public var boundingBox: BoundingBox = BoundingBox()

    /// Its parts, such as the cells of a table: the field `children`.
    public var children: [Block] = []

    /// Makes a value without any of its fields, for those who fill it in place: the other one is copied on its way.
    @inlinable
    package init() {}

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - id: its id: the field `id`; made from its content, so two alike may share it.
    ///   - parentBlockID: the block it is a part of: the field `parentBlockId`, on children only.
    ///   - type: what it is: the field `type`.
    ///   - content: its text in the target format: the field `content`.
    ///   - details: what only its type has: the field `details`.
    ///   - metadata: its page and how well it was read: the field `metadata`.
    ///   - polygon: its outline on the page, clockwise from any corner: the field `polygon`.
    ///   - boundingBox: the upright rectangle around it: the field `boundingBox`.
    ///   - children: its parts, such as the cells of a table: the field `children`.
    @inlinable
    public init(
        id: String = "",
        parentBlockID: String? = nil,
        type: BlockType = .text,
        content: String = "",
        details: BlockDetails = .plain,
        metadata: BlockMetadata = BlockMetadata(),
        polygon: [Point] = [],
        boundingBox: BoundingBox = BoundingBox(),
        children: [Block] = []
    ) {
        self.id = id
        self.parentBlockID = parentBlockID
        self.type = type
        self.content = content
        self.details = details
        self.metadata = metadata
        self.polygon = polygon
        self.boundingBox = boundingBox
        self.children = children
    }

    enum CodingKeys: String, CodingKey {
        case object
        case id
        case parentBlockID = "parentBlockId"
        case type
        case content
        case details
        case metadata
        case polygon
        case boundingBox
        case children
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decodeIfPresent(String.self, forKey: .id) ?? ""
        self.parentBlockID = try container.decodeIfPresent(String.self, forKey: .parentBlockID)
        self.type = try container.decodeIfPresent(BlockType.self, forKey: .type) ?? .text
        self.content = try container.decodeIfPresent(String.self, forKey: .content) ?? ""
        self.details = try container.decodeIfPresent(BlockDetails.self, forKey: .details) ?? .plain
        self.metadata = try container.decodeIfPresent(BlockMetadata.self, forKey: .metadata) ?? BlockMetadata()
        self.polygon = try container.decodeIfPresent([Point].self, forKey: .polygon) ?? []
        self.boundingBox = try container.decodeIfPresent(BoundingBox.self, forKey: .boundingBox) ?? BoundingBox()
        self.children = try container.decodeIfPresent([Block].self, forKey: .children) ?? []
    }

    /// Writes the value under the names of the API; what is not there is left out.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("block", forKey: .object)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(parentBlockID, forKey: .parentBlockID)
        try container.encode(type, forKey: .type)
        try container.encode(content, forKey: .content)
        try container.encode(details, forKey: .details)
        try container.encode(metadata, forKey: .metadata)
        try container.encode(polygon, forKey: .polygon)
        try container.encode(boundingBox, forKey: .boundingBox)
        if !children.isEmpty { try container.encode(children, forKey: .children) }
    }
}
