/// What is done with formulas: the field `blockOptions.formulas`.
public struct FormulaOptions: Sendable, Hashable, Codable {
    /// Whether they are blocks of their own: the field `enabled`.
    public var enabled: Bool?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - enabled: whether they are blocks of their own: the field `enabled`.
    public init(
        enabled: Bool? = nil
    ) {
        self.enabled = enabled
    }

    enum CodingKeys: String, CodingKey {
        case enabled
    }
}
