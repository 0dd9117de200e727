public import Foundation
import Synchronization

/// An HTTP/1.1 server on 127.0.0.1 that answers, or misbehaves, exactly as a test tells it to.
///
/// ```swift
/// let server = try LoopbackServer { request in
///     request.target == "/missing" ? .response(status: 404) : .response(body: "hello")
/// }
/// let url = server.url(path: "/file")
/// ```
///
/// It listens on a port that the system picks; two servers are two origins. Every connection has its own thread, so
/// an answer may block. The server ends with ``stop()`` or when its last reference goes.
public final class LoopbackServer: Sendable {
    /// The port it listens on.
    public var port: UInt16 { listener.port }

    private let listener: LoopbackListener

    /// Starts a server.
    ///
    /// - Parameter answer: called for every request, on its connection's thread.
    /// - Throws: that the system gives no socket to listen on.
    public init(_ answer: @escaping @Sendable (LoopbackRequest) -> LoopbackAnswer) throws {
        listener = try LoopbackListener(answer)
        listener.start()
    }

    /// Starts a server that answers every request alike.
    ///
    /// - Parameter answer: what it does for each of them.
    /// - Throws: that the system gives no socket to listen on.
    public convenience init(always answer: LoopbackAnswer) throws {
        try self.init { _ in answer }
    }

    deinit {
        listener.stop()
    }

    /// Ends the server and all its connections.
    public func stop() {
        listener.stop()
    }

    /// The server's origin, such as `http://127.0.0.1:40123`.
    public var origin: String { "http://127.0.0.1:\(port)" }

    /// The URL of a target on this server.
    ///
    /// - Parameter target: taken as it stands, query and percent-escapes included. Default: `/`.
    /// - Returns: the absolute URL.
    public func url(path target: String = "/") -> URL {
        guard let url = URL(string: origin + target) else { preconditionFailure("\(target) is no target.") }
        return url
    }

    /// Every request that has arrived whole, in order.
    public var requests: [LoopbackRequest] { listener.log.withLock { $0.requests } }

    /// The number of connections accepted so far.
    public var acceptedConnections: Int { listener.log.withLock { $0.acceptedConnections } }

    /// The bytes that the system has taken from the server so far.
    public var bytesSent: Int { listener.log.withLock { $0.bytesSent } }
}
