/// How large a response's header block may be; beyond it a transport fails with ``TransportError/Kind/headersTooLarge``.
public struct HeaderLimits: Sendable, Hashable {
    /// The most bytes of status line and header fields together.
    ///
    /// Default: 64 KiB.
    public var bytes: Int

    /// The most header fields.
    ///
    /// Default: 100.
    public var fields: Int

    /// Sets both limits.
    ///
    /// - Parameters:
    ///   - bytes: the most bytes of the header block. Default: 65,536.
    ///   - fields: the most header fields. Default: 100.
    public init(bytes: Int = 65_536, fields: Int = 100) {
        self.bytes = bytes
        self.fields = fields
    }

    /// 64 KiB in 100 fields.
    public static let standard = HeaderLimits()
}
