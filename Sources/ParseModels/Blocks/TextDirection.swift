/// Which way a block is read: the field `metadata.textDirection` of a block.
public struct TextDirection: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `ltr`: from left to right.
    public static let leftToRight = TextDirection(rawValue: "ltr")

    /// `rtl`: from right to left.
    public static let rightToLeft = TextDirection(rawValue: "rtl")
}
