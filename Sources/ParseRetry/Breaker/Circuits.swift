import ParseTransport
import Synchronization

/// The circuit of each origin, shared by the copies of a transport.
final class Circuits: Sendable {
    private struct Circuit {
        var breaker: CircuitBreaker
        /// What the service failed with last, in a word.
        var lastFailure: String?
    }

    private let configuration: CircuitBreaker.Configuration
    private let time: TimeSource
    private let random: RandomSource
    private let circuits = Mutex<[Origin: Circuit]>([:])

    init(_ configuration: CircuitBreaker.Configuration, time: TimeSource, random: RandomSource) {
        self.configuration = configuration
        self.time = time
        self.random = random
    }

    func state(of origin: Origin) -> CircuitBreaker.State {
        let breaker = circuits.withLock { $0[origin]?.breaker }
        return breaker?.state(at: time.now) ?? .closed
    }

    /// Gives the leave to send a request.
    ///
    /// - Throws: ``TransportError/Kind/circuitOpen``.
    func admit(_ call: CallID, to origin: Origin) throws(TransportError) -> CircuitBreaker.Permit {
        let now = time.now
        let (admission, lastFailure) = change(origin) { ($0.breaker.admit(call, at: now), $0.lastFailure) }
        switch admission {
        case .admitted(let permit): return permit
        case .refused(let until):
            throw .circuitOpen(to: origin, after: lastFailure, remaining: until.map { $0 - now })
        }
    }

    func record(
        _ outcome: CircuitBreaker.Outcome,
        as name: @autoclosure () -> String,
        of permit: CircuitBreaker.Permit,
        to origin: Origin
    ) {
        let (now, random) = (time.now, random)
        change(origin) { circuit in
            circuit.breaker.record(outcome, of: permit, at: now, random: random)
            if outcome == .failure { circuit.lastFailure = name() }
        }
    }

    private func change<Result: Sendable>(_ origin: Origin, _ body: (inout Circuit) -> Result) -> Result {
        circuits.withLock { circuits in
            body(&circuits[origin, default: Circuit(breaker: CircuitBreaker(configuration: configuration))])
        }
    }
}

extension TransportError {
    fileprivate static func circuitOpen(
        to origin: Origin,
        after lastFailure: String?,
        remaining: Duration?
    ) -> TransportError {
        let circuit = "The circuit to \(origin) is open" + (lastFailure.map { " after \($0)" } ?? "")
        let milliseconds = remaining.map { ($0 / .milliseconds(1)).rounded(.up) }
        let until =
            milliseconds.map { "for another \(Duration.milliseconds($0).shown)" } ?? "until a probe under way has ended"
        return TransportError(
            .circuitOpen,
            phase: .notSent,
            message: "\(circuit): requests fail at once \(until)."
        )
    }
}
