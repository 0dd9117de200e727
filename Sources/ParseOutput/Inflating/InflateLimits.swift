/// How far a compressed stream may expand before it is given up.
struct InflateLimits: Sendable, Hashable {
    /// The most bytes that are decoded.
    ///
    /// Default: 8 GiB. Not one byte more is handed out.
    var decodedBytes: Int64 = 8 << 30

    /// How many times its encoded bytes a stream may expand to.
    ///
    /// Default: 200. It counts from ``bytesBeforeRatio`` on, and is looked at once in 32 KiB of decoded bytes.
    var ratio: Int64 = 200

    /// How many bytes are decoded before the ratio counts, as a small document of white space does no harm.
    ///
    /// Default: 1 MiB.
    var bytesBeforeRatio: Int64 = 1 << 20

    /// The most bytes of a name or comment in a member's header.
    static let headerText = 64 << 10

    /// How many bytes are decoded before the first look at the limits.
    var firstLook: Int64 { max(0, min(decodedBytes, bytesBeforeRatio)) }

    /// How many bytes are decoded before the look that follows one.
    func look(after look: Int64) -> Int64 { min(decodedBytes, look + 32 << 10) }

    /// The limit that a byte more would exceed.
    ///
    /// - Parameters:
    ///   - decoded: how many bytes have been decoded.
    ///   - encoded: how many bytes they were decoded from.
    /// - Returns: the limit, `nil` where none is reached.
    func exceeded(after decoded: Int64, from encoded: Int64) -> GzipFault.Kind? {
        if decoded >= decodedBytes { return .tooLarge }
        // A quotient, as a product might be too large a number.
        if decoded > 0, (decoded - 1) / max(1, ratio) >= encoded { return .ratio }
        return nil
    }
}
