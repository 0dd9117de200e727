/// What formatting is looked for: the field `advancedOptions.formattingDetection[].type`.
public struct FormattingDetectionType: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `change_tracking`: tracked changes.
    public static let changeTracking = FormattingDetectionType(rawValue: "change_tracking")
}
