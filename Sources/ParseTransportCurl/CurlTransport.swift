public import ParseTransport

/// HTTP over the system's libcurl: the default transport on Linux.
///
/// One thread of its own carries all transfers of an instance, a second one those whose peers are checked. Connections
/// are kept and reused, and a body that is not read holds its peer back instead of filling memory. libcurl is bound at
/// run time, so building needs nothing of it; where it is missing, the first request fails with
/// ``/ParseTransport/TransportError/Kind/unavailable`` and says what to install.
///
/// ```swift
/// let transport = CurlTransport()
/// let response = try await transport.send(TransportRequest(url: url))
/// ```
///
/// Beyond what every ``/ParseTransport/Transport`` promises:
/// - The request's target reaches the server byte for byte, dots and percent-escapes included.
/// - Nothing is decompressed: no `Accept-Encoding` is added and bodies arrive as they were sent.
/// - `Content-Length` and `Transfer-Encoding` are the transport's own; the request's fields of these names are ignored.
/// - A request that is not idempotent is never sent twice, also where a pooled connection breaks under it.
/// - ``/ParseTransport/TransportTimeouts/connect`` and ``/ParseTransport/TransportTimeouts/idle`` are kept apart.
///   Waiting for one of ``Configuration-swift.struct/maxConnectionsPerHost`` to become free is limited by neither.
/// - ``/ParseTransport/TransportRequest/peers`` is kept before any connection is made, address by address: a name with
///   a public and a private address is reached at the public one. Where a proxy of the environment carries the request,
///   its address is not checked, as the proxy is your own choice, and the host's cannot be.
/// - Over HTTP/2 libcurl may receive one stream window ahead of the reader, up to 32 MiB in some versions. Where memory
///   matters more than multiplexing, ask for ``/ParseTransport/TransportRequest/VersionPreference/http1``.
///
/// When the last reference to the transport goes, its threads end and the transfers that still run fail with
/// ``/ParseTransport/TransportError/Kind/cancelled``.
public final class CurlTransport: Transport {
    /// How this transport was set up.
    public let configuration: Configuration

    private let loops: Result<CurlEventLoops, TransportError>

    /// Makes a transport.
    ///
    /// Its threads start with the first request that needs them.
    ///
    /// - Parameter configuration: its limits and sources of trust. Default: ``Configuration-swift.struct/standard``.
    public convenience init(configuration: Configuration = .standard) {
        self.init(configuration: configuration, library: CurlLibrary.system)
    }

    init(
        configuration: Configuration,
        library: Result<CurlLibrary, TransportError>,
        surroundings: CurlSurroundings = CurlSurroundings()
    ) {
        self.configuration = configuration
        self.loops = library.map {
            CurlEventLoops(library: $0, configuration: configuration, surroundings: surroundings)
        }
    }

    deinit {
        if case .success(let loops) = loops { loops.stop() }
    }

    /// Bodies stream with backpressure, byte for byte as sent.
    public var capabilities: TransportCapabilities { .streaming }

    /// Sends one request and returns the head of its response with a body yet to be read.
    ///
    /// - Parameter request: what to send, and where.
    /// - Returns: the response of whatever status, its body not yet read.
    /// - Throws: a ``/ParseTransport/TransportError`` with the kind of the fault and the phase it struck in.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try request.validate()
        let pipe = try loops.get()[request.peers].start(request)
        return try await pipe.response()
    }
}
