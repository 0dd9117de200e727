public import Foundation

/// A port of this machine that is taken and where nothing listens, for as long as it is held.
///
/// Whoever connects to it is refused. A port that was merely free a moment ago may be somebody else's server by then.
public final class LoopbackClosedPort: Sendable {
    /// The port.
    public let port: UInt16

    /// The URL of its root, `http://127.0.0.1:40123/` for one.
    public let url: URL

    private let socket: LoopbackSocket

    private struct NoURL: Error {}

    /// Takes a port that the system picks.
    ///
    /// - Throws: that the system gives no socket.
    public init() throws {
        socket = try LoopbackSocket.bound()
        port = try socket.boundPort()
        guard let url = URL(string: "http://127.0.0.1:\(port)/") else { throw NoURL() }
        self.url = url
    }

    deinit {
        socket.close()
    }
}
