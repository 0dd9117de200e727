/// A piece of a document: an element of the field `chunks`.
public struct Chunk: Sendable, Hashable, Codable {
    /// What it covers: the field `type`.
    public var type: ChunkType

    /// Its whole text in the target format: the field `content`.
    public var content: String

    /// Its pages and how well they were read: the field `metadata`.
    public var metadata: ChunkMetadata

    /// What it is made up of, in reading order: the field `blocks`.
    public var blocks: [Block]

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - type: what it covers: the field `type`.
    ///   - content: its whole text in the target format: the field `content`.
    ///   - metadata: its pages and how well they were read: the field `metadata`.
    ///   - blocks: what it is made up of, in reading order: the field `blocks`.
    @inlinable
    public init(
        type: ChunkType = .page,
        content: String = "",
        metadata: ChunkMetadata = ChunkMetadata(),
        blocks: [Block] = []
    ) {
        self.type = type
        self.content = content
        self.metadata = metadata
        self.blocks = blocks
    }

    enum CodingKeys: String, CodingKey {
        case object
        case type
        case content
        case metadata
        case blocks
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.type = try container.decodeIfPresent(ChunkType.self, forKey: .type) ?? .page
        self.content = try container.decodeIfPresent(String.self, forKey: .content) ?? ""
        self.metadata = try container.decodeIfPresent(ChunkMetadata.self, forKey: .metadata) ?? ChunkMetadata()
        self.blocks = try container.decodeIfPresent([Block].self, forKey: .blocks) ?? []
    }

    /// Writes the value under the names of the API; what is not there is left out.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("chunk", forKey: .object)
        try container.encode(type, forKey: .type)
        try container.encode(content, forKey: .content)
        try container.encode(metadata, forKey: .metadata)
        try container.encode(blocks, forKey: .blocks)
    }
}
