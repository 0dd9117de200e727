import ParseRetry
import ParseTransport
import Synchronization

/// A retry budget that keeps the number of tokens after each change.
final class RecordedBudget: RetryThrottle {
    let base: RetryBudget
    private let history = Mutex<[Int]>([])

    init(_ configuration: RetryBudget.Configuration) {
        self.base = RetryBudget(configuration: configuration)
    }

    /// The tokens after each withdrawal, denial and deposit, in order.
    var trace: [Int] { history.withLock { $0 } }

    func withdraw(for cause: RetryCause, to origin: Origin, at instant: Duration) -> RetryCharge? {
        defer { record(origin, instant) }
        return base.withdraw(for: cause, to: origin, at: instant)
    }

    func deposit(_ charge: RetryCharge?, to origin: Origin, at instant: Duration) {
        base.deposit(charge, to: origin, at: instant)
        record(origin, instant)
    }

    private func record(_ origin: Origin, _ instant: Duration) {
        let tokens = base.tokens(for: origin, at: instant)
        history.withLock { $0.append(tokens) }
    }
}
