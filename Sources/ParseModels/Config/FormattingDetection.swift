/// A kind of formatting that is looked for: an element of the field `formattingDetection`.
public struct FormattingDetection: Sendable, Hashable, Codable {
    /// The kind: the field `type`.
    public var type: FormattingDetectionType?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - type: the kind: the field `type`.
    public init(
        type: FormattingDetectionType? = nil
    ) {
        self.type = type
    }

    enum CodingKeys: String, CodingKey {
        case type
    }
}
