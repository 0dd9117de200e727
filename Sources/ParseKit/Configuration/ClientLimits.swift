/// How much of an answer the client takes into memory.
public struct ClientLimits: Sendable, Hashable {
    /// The longest answer of the API, an inline output included.
    ///
    /// Default: 64 MiB.
    public var responseBytes: Int

    /// The longest output that ``ParseClient/output(of:)`` collects.
    ///
    /// Default: 256 MiB.
    public var collectedOutputBytes: Int

    /// Sets the limits.
    ///
    /// - Parameters:
    ///   - responseBytes: the longest answer of the API. Default: 64 MiB.
    ///   - collectedOutputBytes: the longest collected output. Default: 256 MiB.
    public init(responseBytes: Int = 64 << 20, collectedOutputBytes: Int = 256 << 20) {
        self.responseBytes = responseBytes
        self.collectedOutputBytes = collectedOutputBytes
    }

    /// 64 MiB for an answer, 256 MiB for a collected output.
    public static let standard = ClientLimits()
}
