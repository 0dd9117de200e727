/// The options of a run: the field `config`.
///
/// The service echoes them with its defaults filled in.
public struct ParseConfig: Sendable, Hashable, Codable {
    /// What the content is written as: the field `target`.
    public var target: ParseTarget?

    /// What parses: the field `engine`.
    public var engine: ParseEngine?

    /// The version of the engine, or `latest`: the field `engineVersion`.
    public var engineVersion: String?

    /// How the document is cut: the field `chunkingStrategy`.
    public var chunkingStrategy: ChunkingStrategy?

    /// What is done with blocks of each type: the field `blockOptions`.
    public var blockOptions: BlockOptions?

    /// Everything else: the field `advancedOptions`.
    public var advancedOptions: AdvancedOptions?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - target: what the content is written as: the field `target`.
    ///   - engine: what parses: the field `engine`.
    ///   - engineVersion: the version of the engine, or `latest`: the field `engineVersion`.
    ///   - chunkingStrategy: how the document is cut: the field `chunkingStrategy`.
    ///   - blockOptions: what is done with blocks of each type: the field `blockOptions`.
    ///   - advancedOptions: everything else: the field `advancedOptions`.
    public init(
        target: ParseTarget? = nil,
        engine: ParseEngine? = nil,
        engineVersion: String? = nil,
        chunkingStrategy: ChunkingStrategy? = nil,
        blockOptions: BlockOptions? = nil,
        advancedOptions: AdvancedOptions? = nil
    ) {
        self.target = target
        self.engine = engine
        self.engineVersion = engineVersion
        self.chunkingStrategy = chunkingStrategy
        self.blockOptions = blockOptions
        self.advancedOptions = advancedOptions
    }

    enum CodingKeys: String, CodingKey {
        case target
        case engine
        case engineVersion
        case chunkingStrategy
        case blockOptions
        case advancedOptions
    }
}
