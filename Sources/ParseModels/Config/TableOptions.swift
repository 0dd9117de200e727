/// What is done with tables: the field `blockOptions.tables`.
public struct TableOptions: Sendable, Hashable, Codable {
    /// Without effect, kept for old runs: the field `enabled`.
    public var enabled: Bool?

    /// What they are written as: the field `targetFormat`.
    public var targetFormat: TableFormat?

    /// Whether heads go on over pages: the field `tableHeaderContinuationEnabled`.
    public var tableHeaderContinuationEnabled: Bool?

    /// Whether cells are blocks of their own: the field `cellBlocksEnabled`.
    public var cellBlocksEnabled: Bool?

    /// Whether an agent corrects them: the field `agentic`.
    public var agentic: AgenticOptions?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - enabled: without effect, kept for old runs: the field `enabled`.
    ///   - targetFormat: what they are written as: the field `targetFormat`.
    ///   - tableHeaderContinuationEnabled: whether heads go on over pages: the field `tableHeaderContinuationEnabled`.
    ///   - cellBlocksEnabled: whether cells are blocks of their own: the field `cellBlocksEnabled`.
    ///   - agentic: whether an agent corrects them: the field `agentic`.
    public init(
        enabled: Bool? = nil,
        targetFormat: TableFormat? = nil,
        tableHeaderContinuationEnabled: Bool? = nil,
        cellBlocksEnabled: Bool? = nil,
        agentic: AgenticOptions? = nil
    ) {
        self.enabled = enabled
        self.targetFormat = targetFormat
        self.tableHeaderContinuationEnabled = tableHeaderContinuationEnabled
        self.cellBlocksEnabled = cellBlocksEnabled
        self.agentic = agentic
    }

    enum CodingKeys: String, CodingKey {
        case enabled
        case targetFormat
        case tableHeaderContinuationEnabled
        case cellBlocksEnabled
        case agentic
    }
}
