public import ParseTransport

/// What went through a ``CountingTransport``.
public struct TransportCount: Sendable, Hashable {
    /// How many requests were sent, answered or not.
    public internal(set) var requests = 0

    /// How many of them came to no response.
    public internal(set) var failures = 0

    /// How many are on their way: sent, and their body neither read to its end nor dropped.
    public internal(set) var inFlight = 0

    /// The most that were on their way at once.
    public internal(set) var mostInFlight = 0

    /// How many bytes of bodies were read.
    public internal(set) var bytes = 0

    /// How many requests went to each origin.
    public internal(set) var origins: [Origin: Int] = [:]

    /// How many requests went to each path, percent-encoded and without its query, whatever the origin.
    public internal(set) var paths: [String: Int] = [:]
}
