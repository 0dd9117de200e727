/// What a transport honestly does with response bodies on this platform.
///
/// A download plans by it: a streaming transport gets one open-ended request, a buffering one is never asked for more
/// than a window at a time.
public struct TransportCapabilities: Sendable, Hashable {
    /// Whether the body arrives as the caller reads it, with backpressure down to the peer.
    ///
    /// `false` means that a body may pile up in memory however slowly it is read.
    public var streamsWithBackpressure: Bool

    /// Whether the transport undoes a `Content-Encoding` by itself, whatever the request asked for.
    ///
    /// Bytes it has decompressed have no offset in the stored object, so such a body cannot be resumed with a range.
    public var decompressesBodies: Bool

    /// Describes a transport.
    ///
    /// - Parameters:
    ///   - streamsWithBackpressure: whether bodies arrive as they are read.
    ///   - decompressesBodies: whether a `Content-Encoding` is undone unasked. Default: `false`.
    public init(streamsWithBackpressure: Bool, decompressesBodies: Bool = false) {
        self.streamsWithBackpressure = streamsWithBackpressure
        self.decompressesBodies = decompressesBodies
    }

    /// Bodies stream with backpressure, byte for byte as sent.
    public static let streaming = TransportCapabilities(streamsWithBackpressure: true)

    /// Bodies may be held in memory whole.
    public static let buffering = TransportCapabilities(streamsWithBackpressure: false)
}
