/// How the document is cut: the field `chunkingStrategy.type`.
public struct ChunkingStrategyType: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `page`: by pages, the default.
    public static let page = ChunkingStrategyType(rawValue: "page")

    /// `document`: not at all.
    public static let document = ChunkingStrategyType(rawValue: "document")

    /// `section`: by sections.
    public static let section = ChunkingStrategyType(rawValue: "section")
}
