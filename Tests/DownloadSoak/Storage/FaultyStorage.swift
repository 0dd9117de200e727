import Foundation
import ParseModels
import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization

/// A storage host, and the way to it, on which things go wrong as a script says.
final class FaultyStorage: Transport {
    let script: Script
    let clock: ManualClock
    let state: Mutex<State>

    /// What the host knows, and what is counted.
    struct State: Sendable {
        var dice: Dice
        var version = 0
        var faultsLeft: Int

        /// The instants at which the URLs given out run out, by their numbers from 1 on.
        var expiries: [Duration] = []
        var lastURL: PresignedURL?

        var requests: [Sent] = []
        var faults: [Fault: Int] = [:]
        var sentBytes = 0
        var urlCalls = 0
        var mistakes: [String] = []
        var trace: [String]?

        /// Requests, bodies and calls for URLs that have not ended.
        var open = 0
    }

    /// A request, and where its reader stood.
    struct Sent: Sendable {
        let request: StoredRequest
        let offset: Int
    }

    private let offset = Mutex<@Sendable () -> Int>({ 0 })

    init(_ script: Script, clock: ManualClock, isTracing: Bool) {
        self.script = script
        self.clock = clock
        self.state = Mutex(
            State(dice: Dice(script.seed ^ 0x5704), faultsLeft: script.host.mostFaults, trace: isTracing ? [] : nil)
        )
    }

    /// Says how to learn how many bytes have been handed to the reader.
    func tellOffset(_ offset: @escaping @Sendable () -> Int) {
        self.offset.withLock { $0 = offset }
    }

    /// What has been counted so far.
    var seen: State { state.withLock { $0 } }

    var capabilities: TransportCapabilities { script.capabilities }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let opening = Opening(self)
        defer { withExtendedLifetime(opening) {} }
        let sent = StoredRequest(request)
        let offset = offset.withLock { $0 }()
        let reply = state.withLock { $0.reply(to: sent, at: offset, script, clock) }
        let lag = lag(seen.dice)
        note("  \(sent.line) → \(reply.line)")
        try await wait(lag, during: .awaitingResponse)
        switch reply {
        case .fault(let error): throw error
        case .silence:
            try await silence(.awaitingResponse)
        case .answer(let draft):
            return TransportResponse(
                head: ResponseHead(status: draft.status, headers: draft.headers), body: body(draft))
        }
    }

    /// What comes of a request.
    enum Reply {
        case fault(TransportError)
        case silence
        case answer(AnswerDraft)

        var line: String {
            switch self {
            case .fault(let error): "\(error)"
            case .silence: "silence"
            case .answer(let draft): draft.line
            }
        }
    }

    /// Counted while somebody holds it.
    final class Opening: Sendable {
        private let storage: FaultyStorage

        init(_ storage: FaultyStorage) {
            self.storage = storage
            storage.state.withLock { $0.open += 1 }
        }

        deinit {
            storage.state.withLock { $0.open -= 1 }
        }
    }

    /// Adds a line to the trace, where there is one.
    func note(_ line: @autoclosure () -> String) {
        state.withLock { state in
            guard state.trace != nil else { return }
            let seconds = (clock.now.offset / .milliseconds(1)).rounded() / 1_000
            state.trace?.append("\(seconds) s \(line())")
        }
    }
}

// MARK: - Time

extension FaultyStorage {
    private func lag(_ dice: Dice) -> Duration {
        script.host.longestLag > 0 ? dice.seconds(0...script.host.longestLag) : .zero
    }

    func wait(_ duration: Duration, during phase: TransportError.Phase) async throws(TransportError) {
        do {
            try await clock.timeSource.sleep(for: duration)
        } catch {
            throw .cancelled(phase)
        }
    }

    /// Says nothing until nobody listens any longer.
    func silence(_ phase: TransportError.Phase) async throws(TransportError) -> Never {
        try await wait(.seconds(1_000_000), during: phase)
        throw TransportError(.timedOut, phase: phase, message: "Nobody has given up for eleven days.")
    }
}

extension TransportError {
    static func cancelled(_ phase: Phase) -> TransportError {
        TransportError(.cancelled, phase: phase, message: "The task was cancelled.")
    }
}
