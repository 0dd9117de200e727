import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a transport finds around it and does not choose; a test puts its own in place.
struct CurlSurroundings: Sendable {
    /// Reads the environment's variables.
    var environment: @Sendable () -> [String: String] = { ProcessInfo.processInfo.environment }

    /// Names that need no resolver, each as libcurl takes it: `host:port:address,address`.
    var knownHosts: [String] = []

    /// Judges an address by a request's rule.
    var admits: @Sendable (PeerRule, PeerAddress) -> Bool = { $0.admits($1) }
}
