/// What is counted by a charge: the field `unit`.
public struct UsageUnit: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `page`: pages.
    public static let page = UsageUnit(rawValue: "page")

    /// `cell`: cells of a spreadsheet.
    public static let cell = UsageUnit(rawValue: "cell")

    /// `usd`: US dollars.
    public static let usd = UsageUnit(rawValue: "usd")
}
