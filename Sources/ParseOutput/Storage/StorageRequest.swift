import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A request to the storage host.
///
/// It has no field that could hold a credential: the URL is the credential.
struct StorageRequest: Sendable, Hashable {
    let url: URL

    /// The bytes that are asked for; `nil` for all of them.
    var range: ByteRange?

    /// What the document must still be.
    var condition: Condition?

    /// Whether a connection that is open already must not be used.
    var needsNewConnection = false

    /// Bytes of the stored document; without an end, all that follow.
    struct ByteRange: Sendable, Hashable {
        let start: Int64
        let end: Int64?

        var header: String { "bytes=\(start)-\(end.map { String($0 - 1) } ?? "")" }
    }

    /// A precondition: where it is not met, the host answers with a refusal instead of bytes of another document.
    enum Condition: Sendable, Hashable {
        /// The document has this strong entity tag.
        case eTag(ETag)

        /// The document has not changed since.
        case unmodifiedSince(String)
    }

    /// HTTP/1.1, where a paused body holds no more than its socket's buffer, and bytes as they are stored.
    func transportRequest(_ configuration: DownloadConfiguration) -> TransportRequest {
        var headers: HeaderFields = [
            "Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": configuration.userAgent,
        ]
        if let range { headers["Range"] = range.header }
        switch condition {
        case .eTag(let tag): headers["If-Match"] = tag.text
        case .unmodifiedSince(let date): headers["If-Unmodified-Since"] = date
        case nil: break
        }
        return TransportRequest(
            url: url,
            headers: headers,
            timeouts: configuration.timeouts,
            version: .http1,
            requiresNewConnection: needsNewConnection,
            peers: configuration.storage.peers(of: url)
        )
    }
}
