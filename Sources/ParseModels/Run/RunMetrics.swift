/// How much work a run was: the field `metrics`.
public struct RunMetrics: Sendable, Hashable, Codable {
    /// How long the service worked, in milliseconds: the field `processingTimeMs`.
    public var processingTimeMilliseconds: Double?

    /// How many pages were parsed: the field `pageCount`; an estimate for spreadsheets.
    public var pageCount: Double?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - processingTimeMilliseconds: how long the service worked, in milliseconds: the field `processingTimeMs`.
    ///   - pageCount: how many pages were parsed: the field `pageCount`; an estimate for spreadsheets.
    public init(
        processingTimeMilliseconds: Double? = nil,
        pageCount: Double? = nil
    ) {
        self.processingTimeMilliseconds = processingTimeMilliseconds
        self.pageCount = pageCount
    }

    enum CodingKeys: String, CodingKey {
        case processingTimeMilliseconds = "processingTimeMs"
        case pageCount
    }
}
