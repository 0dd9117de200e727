import ParseTransport
import Synchronization

/// A transport that keeps how each request ended, in the order in which they did.
final class RecordedTransport: Transport {
    private let base: any Transport
    private let log = Mutex<[String]>([])
    private let signal = AsyncStream.makeStream(of: Void.self)

    init(_ base: any Transport) {
        self.base = base
    }

    /// The status or the kind of the fault of each.
    var endings: [String] { log.withLock { $0 } }

    func forget() {
        log.withLock { $0 = [] }
    }

    /// Waits until a request has ended that nobody has waited for yet.
    func waitForEnding() async {
        for await _ in signal.stream { return }
    }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        do throws(TransportError) {
            let response = try await base.send(request)
            record("\(response.status)")
            return response
        } catch {
            record("\(error.kind)")
            throw error
        }
    }

    private func record(_ ending: String) {
        log.withLock { $0.append(ending) }
        signal.continuation.yield()
    }
}
