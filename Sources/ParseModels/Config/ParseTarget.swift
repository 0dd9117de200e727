/// What the content is written as: the field `target`.
public struct ParseTarget: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `markdown`: Markdown.
    public static let markdown = ParseTarget(rawValue: "markdown")

    /// `spatial`: text laid out as on the page.
    public static let spatial = ParseTarget(rawValue: "spatial")
}
