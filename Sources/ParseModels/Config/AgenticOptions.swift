/// Whether an agent corrects what was read: the field `agentic`.
public struct AgenticOptions: Sendable, Hashable, Codable {
    /// Whether it does, for extra credits: the field `enabled`.
    public var enabled: Bool?

    /// What it is told: the field `customInstructions`.
    public var customInstructions: String?

    /// Makes an value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - enabled: whether it does, for extra credits: the field `enabled`.
    ///   - customInstructions: what it is told: the field `customInstructions`.
    public init(
        enabled: Bool? = nil,
        customInstructions: String? = nil
    ) {
        self.enabled = enabled
        self.customInstructions = customInstructions
    }

    enum CodingKeys: String, CodingKey {
        case enabled
        case customInstructions
    }
}
