/// What a chunk covers: the field `type` of a chunk.
public struct ChunkType: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `page`: one page.
    public static let page = ChunkType(rawValue: "page")

    /// `document`: the whole document.
    public static let document = ChunkType(rawValue: "document")

    /// `section`: one section.
    public static let section = ChunkType(rawValue: "section")
}
