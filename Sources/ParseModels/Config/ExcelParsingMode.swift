/// How spreadsheets are read: the field `advancedOptions.excelParsingMode`.
public struct ExcelParsingMode: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `basic`: as plain rows.
    public static let basic = ExcelParsingMode(rawValue: "basic")

    /// `advanced`: with their layout.
    public static let advanced = ExcelParsingMode(rawValue: "advanced")
}
