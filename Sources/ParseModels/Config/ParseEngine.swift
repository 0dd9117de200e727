/// What parses: the field `engine`.
public struct ParseEngine: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `parse_performance`: the performance engine, the default.
    public static let performance = ParseEngine(rawValue: "parse_performance")

    /// `parse_light`: the light engine.
    public static let light = ParseEngine(rawValue: "parse_light")

    /// `parse_auto`: chosen page by page.
    public static let auto = ParseEngine(rawValue: "parse_auto")
}
