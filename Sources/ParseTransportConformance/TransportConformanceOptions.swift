public import ParseTransport

/// What the cases have to know of a transport, and how patient they are.
public struct TransportConformanceOptions: Sendable, Hashable {
    /// The idle time of the requests that meet a silent peer.
    ///
    /// Default: 100 milliseconds.
    ///
    /// A transport with coarser timers takes as long as its own least time.
    public var idle: Duration

    /// The limits on a header block that the transport was set up with.
    ///
    /// Default: `HeaderLimits.standard`.
    public var headerLimits: HeaderLimits

    /// The most bytes that a peer may send while nobody reads: the transport's own mark and the sockets' buffers.
    ///
    /// Default: 16 MiB.
    public var maximumUnreadBytes: Int

    /// The longest that a step may take which should take no time at all; what is later is a finding.
    ///
    /// Default: 10 seconds.
    ///
    /// It ends a case that would hang; a transport that keeps the contract never waits for it.
    public var patience: Duration

    /// Sets up the cases.
    ///
    /// - Parameters:
    ///   - idle: the idle time that meets a silent peer. Default: 100 milliseconds.
    ///   - headerLimits: the transport's limits on a header block. Default: 64 KiB in 100 fields.
    ///   - maximumUnreadBytes: the most bytes that a peer may send while nobody reads. Default: 16,777,216.
    ///   - patience: the longest that a step may take. Default: 10 seconds.
    public init(
        idle: Duration = .milliseconds(100),
        headerLimits: HeaderLimits = .standard,
        maximumUnreadBytes: Int = 16_777_216,
        patience: Duration = .seconds(10)
    ) {
        self.idle = idle
        self.headerLimits = headerLimits
        self.maximumUnreadBytes = maximumUnreadBytes
        self.patience = patience
    }

    /// The defaults.
    public static let standard = TransportConformanceOptions()
}
