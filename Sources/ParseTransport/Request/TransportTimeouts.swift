/// How long a transport waits in silence before it gives an exchange up.
///
/// Limits on a whole call, attempts and waiting included, are set above the transport, where the clock is injected.
public struct TransportTimeouts: Sendable, Hashable {
    /// The longest time to resolve the host, connect and shake hands.
    ///
    /// Default: 10 seconds.
    ///
    /// A transport that cannot time this part alone lets ``idle`` cover it.
    public var connect: Duration

    /// The longest silence of the peer while an answer or the next byte is awaited.
    ///
    /// Default: 30 seconds.
    ///
    /// It does not run while nobody asks for more of the body: a slow reader is not a stalled peer.
    public var idle: Duration

    /// Sets both limits.
    ///
    /// - Parameters:
    ///   - connect: the longest time to connect. Default: 10 seconds.
    ///   - idle: the longest silence while something is awaited. Default: 30 seconds.
    public init(connect: Duration = .seconds(10), idle: Duration = .seconds(30)) {
        self.connect = connect
        self.idle = idle
    }

    /// Ten seconds to connect, thirty of silence.
    public static let standard = TransportTimeouts()
}
