import Foundation
import Synchronization

/// The listening socket and its thread.
///
/// Apart from ``LoopbackServer``, which nothing here may keep alive.
final class LoopbackListener: Sendable {
    struct Log {
        var requests: [LoopbackRequest] = []
        var acceptedConnections = 0
        var bytesSent = 0
        var open: [Int: LoopbackSocket] = [:]
        var isStopped = false
    }

    let port: UInt16
    let answer: @Sendable (LoopbackRequest) -> LoopbackAnswer
    let log = Mutex(Log())
    private let socket: LoopbackSocket

    init(_ answer: @escaping @Sendable (LoopbackRequest) -> LoopbackAnswer) throws {
        self.socket = try LoopbackSocket.listening()
        self.port = try socket.boundPort()
        self.answer = answer
    }

    var isStopped: Bool { log.withLock { $0.isStopped } }

    func start() {
        Thread.detachNewThread { self.acceptUntilStopped() }
    }

    func stop() {
        let connections = log.withLock { log in
            defer { log.isStopped = true }
            return log.isStopped ? nil : Array(log.open.values)
        }
        guard let connections else { return }
        connections.forEach { $0.shutDown() }
        // Closing a socket does not wake who accepts from it on every system; a last connection does.
        LoopbackSocket.connect(to: port)
    }

    private func acceptUntilStopped() {
        defer { socket.close() }
        while let client = socket.accept() {
            let ordinal = log.withLock { log -> Int? in
                guard !log.isStopped else { return nil }
                log.acceptedConnections += 1
                log.open[log.acceptedConnections] = client
                return log.acceptedConnections
            }
            guard let ordinal else { return client.close() }
            Thread.detachNewThread {
                LoopbackConnection(listener: self, socket: client, ordinal: ordinal).serve()
                self.log.withLock { log in
                    log.open[ordinal] = nil
                    client.close()
                }
            }
        }
    }
}
