/// One run's part of the credits: an element of the field `usage.breakdown`.
public struct UsageEntry: Sendable, Hashable, Codable {
    /// What kind of run: the field `object`.
    public var object: UsageObject?

    /// The run's id: the field `id`.
    public var id: String?

    /// Its credits: the field `credits`.
    public var credits: Double?

    /// What they are made up of: the field `charges`.
    public var charges: [UsageCharge]?

    /// Makes an value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - object: what kind of run: the field `object`.
    ///   - id: the run's id: the field `id`.
    ///   - credits: its credits: the field `credits`.
    ///   - charges: what they are made up of: the field `charges`.
    public init(
        object: UsageObject? = nil,
        id: String? = nil,
        credits: Double? = nil,
        charges: [UsageCharge]? = nil
    ) {
        self.object = object
        self.id = id
        self.credits = credits
        self.charges = charges
    }

    enum CodingKeys: String, CodingKey {
        case object
        case id
        case credits
        case charges
    }
}
