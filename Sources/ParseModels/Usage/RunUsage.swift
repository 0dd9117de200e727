/// What a run cost: the field `usage`.
public struct RunUsage: Sendable, Hashable, Codable {
    /// The credits of this run: the field `credits`; they may be fractions.
    public var credits: Double?

    /// The credits with those of runs below it: the field `totalCredits`.
    public var totalCredits: Double?

    /// What the credits were for: the field `breakdown`.
    public var breakdown: [UsageEntry]?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - credits: the credits of this run: the field `credits`; they may be fractions.
    ///   - totalCredits: the credits with those of runs below it: the field `totalCredits`.
    ///   - breakdown: what the credits were for: the field `breakdown`.
    public init(
        credits: Double? = nil,
        totalCredits: Double? = nil,
        breakdown: [UsageEntry]? = nil
    ) {
        self.credits = credits
        self.totalCredits = totalCredits
        self.breakdown = breakdown
    }

    enum CodingKeys: String, CodingKey {
        case credits
        case totalCredits
        case breakdown
    }
}
