import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A request to the storage host.
///
/// It has no field that could hold a credential: the URL is the credential.
struct StorageRequest {
    let url: URL
    let timeouts: TransportTimeouts
    let userAgent: String
    var peers = PeerRule.publicAddresses

    /// HTTP/1.1, where a paused body holds no more than its socket's buffer, and bytes as they are stored.
    var transportRequest: TransportRequest {
        TransportRequest(
            url: url,
            headers: [
                ("Accept", "application/json"),
                ("Accept-Encoding", "identity"),
                ("User-Agent", userAgent),
            ].reduce(into: HeaderFields()) { $0.append(name: $1.0, value: $1.1) },
            timeouts: timeouts,
            version: .http1,
            peers: peers
        )
    }
}
