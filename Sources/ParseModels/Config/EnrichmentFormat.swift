/// How enrichments are written into the content: the field `advancedOptions.enrichmentFormat`.
public struct EnrichmentFormat: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `xml`: as tags, the default.
    public static let xml = EnrichmentFormat(rawValue: "xml")

    /// `bracket`: in brackets.
    public static let bracket = EnrichmentFormat(rawValue: "bracket")
}
