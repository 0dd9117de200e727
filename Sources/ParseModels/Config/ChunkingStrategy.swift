/// How the document is cut: the field `chunkingStrategy`.
public struct ChunkingStrategy: Sendable, Hashable, Codable {
    /// By what: the field `type`.
    public var type: ChunkingStrategyType?

    /// Into pieces of what size: the field `options`.
    public var options: ChunkingOptions?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - type: by what: the field `type`.
    ///   - options: into pieces of what size: the field `options`.
    public init(
        type: ChunkingStrategyType? = nil,
        options: ChunkingOptions? = nil
    ) {
        self.type = type
        self.options = options
    }

    enum CodingKeys: String, CodingKey {
        case type
        case options
    }
}
