#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One HTTP request, as a value.
///
/// Its description and dump name the method, the redacted URL and the harmless headers only.
public struct TransportRequest: Sendable, Hashable {
    /// The HTTP method.
    ///
    /// Default: ``Method/get``.
    public var method: Method

    /// The absolute `http` or `https` URL.
    ///
    /// It is sent as it stands, query included.
    public var url: URL

    /// The header fields, in order.
    ///
    /// A transport adds only what HTTP itself needs (`Host`, framing).
    public var headers: HeaderFields

    /// The whole request body; empty for none.
    public var body: [UInt8]

    /// How long the transport waits in silence.
    ///
    /// Default: ``TransportTimeouts/standard``.
    public var timeouts: TransportTimeouts

    /// The HTTP versions allowed.
    ///
    /// Default: ``VersionPreference/automatic``.
    public var version: VersionPreference

    /// Whether a pooled connection must not be used, as after a `408` or `421`.
    ///
    /// Default: `false`.
    ///
    /// A transport without control over its pool may ignore it.
    public var requiresNewConnection: Bool

    /// Which addresses the host's name may resolve to.
    ///
    /// Default: ``PeerRule/any``.
    ///
    /// `CurlTransport` refuses every other address before it connects, with ``TransportError/Kind/peerRefused``.
    /// `URLSessionTransport` cannot: `URLSession` names the address only afterwards. Another transport honours the rule
    /// or documents that it does not. Where a proxy makes the connection, the proxy chooses the address.
    public var peers: PeerRule

    /// Makes a request.
    ///
    /// - Parameters:
    ///   - method: the HTTP method. Default: `GET`.
    ///   - url: the absolute URL.
    ///   - headers: the header fields. Default: none.
    ///   - body: the whole body. Default: none.
    ///   - timeouts: how long to wait in silence. Default: ``TransportTimeouts/standard``.
    ///   - version: the HTTP versions allowed. Default: any.
    ///   - requiresNewConnection: whether to keep off pooled connections. Default: `false`.
    ///   - peers: which addresses the host's name may resolve to. Default: any.
    public init(
        method: Method = .get,
        url: URL,
        headers: HeaderFields = [:],
        body: [UInt8] = [],
        timeouts: TransportTimeouts = .standard,
        version: VersionPreference = .automatic,
        requiresNewConnection: Bool = false,
        peers: PeerRule = .any
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeouts = timeouts
        self.version = version
        self.requiresNewConnection = requiresNewConnection
        self.peers = peers
    }

    /// Which HTTP versions the exchange may use.
    public enum VersionPreference: Sendable, Hashable {
        /// The newest version both sides know.
        case automatic

        /// HTTP/1.1 only: a body that is read slowly then holds nothing but its own socket's buffer.
        case http1
    }
}

extension TransportRequest: CustomStringConvertible, CustomReflectable {
    /// The method, the redacted URL and the redacted headers.
    public var description: String {
        "\(method) \(RedactedURL(url)) \(headers)"
    }

    /// A mirror that holds nothing secret, so that `dump` is safe.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: ["method": method, "url": RedactedURL(url), "headers": headers, "bodyBytes": body.count],
            displayStyle: .struct
        )
    }
}
