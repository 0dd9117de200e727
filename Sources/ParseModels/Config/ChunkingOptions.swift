/// How large chunks are: the field `chunkingStrategy.options`.
public struct ChunkingOptions: Sendable, Hashable, Codable {
    /// The fewest characters: the field `minCharacters`.
    public var minCharacters: Int?

    /// The most characters: the field `maxCharacters`.
    public var maxCharacters: Int?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - minCharacters: the fewest characters: the field `minCharacters`.
    ///   - maxCharacters: the most characters: the field `maxCharacters`.
    public init(
        minCharacters: Int? = nil,
        maxCharacters: Int? = nil
    ) {
        self.minCharacters = minCharacters
        self.maxCharacters = maxCharacters
    }

    enum CodingKeys: String, CodingKey {
        case minCharacters
        case maxCharacters
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.minCharacters = try container.decodeWholeNumberIfPresent(.minCharacters)
        self.maxCharacters = try container.decodeWholeNumberIfPresent(.maxCharacters)
    }
}
