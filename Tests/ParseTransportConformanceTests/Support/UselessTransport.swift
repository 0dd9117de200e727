import LoopbackServer
import ParseTransport
import Synchronization

/// A transport that sends nothing anywhere.
final class UselessTransport: Transport {
    enum Habit: Sendable, CaseIterable {
        /// Answers everything alike, at once.
        case answers
        /// Fails at once.
        case fails
    }

    let capabilities: TransportCapabilities
    private let habit: Habit
    private let count = Mutex(0)

    init(_ habit: Habit, capabilities: TransportCapabilities = .streaming) {
        self.habit = habit
        self.capabilities = capabilities
    }

    /// How often it was asked for anything.
    var requests: Int { count.withLock { $0 } }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        count.withLock { $0 += 1 }
        switch habit {
        case .answers: return TransportResponse(status: 200)
        case .fails: throw TransportError(.other, phase: .notSent, message: "This never works.")
        }
    }
}

/// A transport that hangs until it is let go, whatever is cancelled.
struct HangingTransport: Transport {
    let released: LoopbackGate

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        await released.opened()
        return TransportResponse(status: 200)
    }
}
