/// How well pages are made images: the field `advancedOptions.imageConversionQuality`.
public struct ImageQuality: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `high`: high.
    public static let high = ImageQuality(rawValue: "high")

    /// `medium`: medium, the default.
    public static let medium = ImageQuality(rawValue: "medium")

    /// `low`: low.
    public static let low = ImageQuality(rawValue: "low")
}
