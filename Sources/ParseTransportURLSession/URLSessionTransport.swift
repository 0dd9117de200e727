import Foundation
public import ParseTransport

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// HTTP over `URLSession`: the default transport on Apple platforms.
///
/// ```swift
/// let transport = URLSessionTransport()
/// let response = try await transport.send(TransportRequest(url: url))
/// ```
///
/// What `URLSession` does its own way:
/// - It undoes `Content-Encoding` by itself. Unless the request names an `Accept-Encoding`, it asks for `identity`.
/// - Header fields come without their order, and several of one name joined by `", "`. On Linux the names are also
///   respelt (`ETag` becomes `Etag`).
/// - It cannot time connecting apart: ``/ParseTransport/TransportTimeouts/idle`` covers it, in whole seconds on Linux.
/// - ``/ParseTransport/TransportRequest/version``, ``/ParseTransport/TransportRequest/requiresNewConnection`` and
///   ``/ParseTransport/TransportRequest/peers`` are beyond its control and ignored.
/// - It may add `Accept`, `Accept-Language`, `User-Agent` and, to a body, `Content-Type`.
///
/// On Linux there is no backpressure either: a body piles up while it is not read, up to
/// ``Configuration-swift.struct/maximumBufferedBytes``; an interim head (1xx) is taken for the response; and a server
/// that closes within its header block, or sends trailers, ends the process. Prefer `CurlTransport` there.
///
/// When the last reference to the transport goes, the transfers that still run fail with
/// ``/ParseTransport/TransportError/Kind/cancelled``.
public final class URLSessionTransport: Transport {
    /// How this transport was set up.
    public let configuration: Configuration

    private let session: URLSession
    private let delegate: URLSessionExchanges

    /// Makes a transport with a session of its own.
    ///
    /// - Parameter configuration: its limits. Default: ``Configuration-swift.struct/standard``.
    public init(configuration: Configuration = .standard) {
        self.configuration = configuration
        self.delegate = URLSessionExchanges(configuration: configuration)
        self.session = URLSession(
            configuration: .withoutAmbientState(configuration),
            delegate: delegate,
            delegateQueue: delegate.queue
        )
    }

    deinit {
        delegate.endAll(invalidating: session)
    }

    /// Decompressed bodies: with backpressure on Apple platforms, buffered on Linux.
    public var capabilities: TransportCapabilities {
        #if canImport(Darwin)
            TransportCapabilities(streamsWithBackpressure: true, decompressesBodies: true)
        #else
            TransportCapabilities(streamsWithBackpressure: false, decompressesBodies: true)
        #endif
    }

    /// Sends one request and returns the head of its response with a body yet to be read.
    ///
    /// - Parameter request: what to send, and where.
    /// - Returns: the response of whatever status, its body not yet read.
    /// - Throws: a ``/ParseTransport/TransportError`` with the kind of the fault and the phase it struck in.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try request.validate()
        return try await delegate.start(request, in: session).response()
    }
}

extension URLSessionConfiguration {
    /// Nothing kept, nothing sent that the request does not hold.
    fileprivate static func withoutAmbientState(
        _ configuration: URLSessionTransport.Configuration
    ) -> URLSessionConfiguration {
        let result = URLSessionConfiguration.ephemeral
        // On Linux a cache of any kind also makes cancelling race with completion, which ends the process.
        result.urlCache = nil
        result.requestCachePolicy = .reloadIgnoringLocalCacheData
        result.httpCookieStorage = nil
        result.httpShouldSetCookies = false
        result.httpCookieAcceptPolicy = .never
        result.urlCredentialStorage = nil
        result.httpMaximumConnectionsPerHost = configuration.maxConnectionsPerHost
        return result
    }
}
