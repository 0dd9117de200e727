/// A string of the wire that may take values this version does not know.
///
/// Each is a struct over the string as it was sent: an unknown value is kept, compared and written back like any other.
public protocol OpenWireValue: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible
where RawValue == String {
    /// Takes the value as sent; every string is one.
    ///
    /// - Parameter rawValue: the value on the wire.
    init(rawValue: String)
}

extension OpenWireValue {
    /// Reads the value from a bare string.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` for anything but a string.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the value as a bare string.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// The value as it may be shown in one line: as sent, but with control characters escaped and cut after 100.
    ///
    /// `rawValue` is exact.
    public var description: String { ShownText(rawValue, limit: 100).description }
}
