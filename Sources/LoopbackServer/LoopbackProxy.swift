import Foundation
import Synchronization

/// Passes bytes on between its clients and another server on this machine, and resets each connection after so many.
///
/// It knows nothing of HTTP: what is reset is whatever is under way. It ends with its last reference.
public final class LoopbackProxy: Sendable {
    private let core: Core

    /// Starts a proxy.
    ///
    /// - Parameters:
    ///   - target: the port of the server behind it.
    ///   - limit: how many bytes of the server's a connection carries before it is reset.
    /// - Throws: that the system gives no socket to listen on.
    public init(to target: UInt16, resettingAfter limit: Int) throws {
        core = try Core(target, limit)
        Thread.detachNewThread { [core] in core.acceptUntilStopped() }
    }

    deinit {
        core.isStopped.withLock { $0 = true }
        LoopbackSocket.connect(to: core.port)
    }

    /// The port it listens on.
    public var port: UInt16 { core.port }

    /// The number of connections that were reset so far.
    public var resets: Int { core.resets.withLock { $0 } }

    private final class Core: Sendable {
        let port: UInt16
        let isStopped = Mutex(false)
        let resets = Mutex(0)
        private let listener: LoopbackSocket
        private let target: UInt16
        private let limit: Int

        init(_ target: UInt16, _ limit: Int) throws {
            self.target = target
            self.limit = limit
            self.listener = try LoopbackSocket.listening()
            self.port = try listener.boundPort()
        }

        func acceptUntilStopped() {
            defer { listener.close() }
            while let client = listener.accept() {
                guard !isStopped.withLock({ $0 }), let server = LoopbackSocket.connected(to: target) else {
                    return client.close()
                }
                Thread.detachNewThread { self.serve(client, server) }
            }
        }

        private func serve(_ client: LoopbackSocket, _ server: LoopbackSocket) {
            let asked = DispatchSemaphore(value: 0)
            Thread.detachNewThread {
                while let bytes = client.receive(), self.passes(bytes, to: server) {}
                server.shutDown()
                asked.signal()
            }
            var rest = limit
            while rest > 0, let bytes = server.receive(), passes(bytes, to: client) { rest -= bytes.count }
            // A connection is not reset while somebody still waits for bytes of it, nor may its descriptor go before.
            client.stopReceiving()
            server.shutDown()
            asked.wait()
            if rest <= 0 {
                resets.withLock { $0 += 1 }
                client.resetOnClose()
            }
            client.close()
            server.close()
        }

        private func passes(_ bytes: [UInt8], to socket: LoopbackSocket) -> Bool {
            var rest = bytes[...]
            while !rest.isEmpty {
                switch socket.send(rest) {
                case .sent(let count): rest = rest.dropFirst(count)
                case .blocked: if isStopped.withLock({ $0 }) { return false }
                case .broken: return false
                }
            }
            return true
        }
    }
}
