/// What tables are written as: the field `blockOptions.tables.targetFormat`.
public struct TableFormat: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `markdown`: Markdown.
    public static let markdown = TableFormat(rawValue: "markdown")

    /// `html`: HTML, the default.
    public static let html = TableFormat(rawValue: "html")
}
