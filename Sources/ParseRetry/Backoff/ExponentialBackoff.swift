/// Waits twice as long each time, up to a cap, spread by jitter so that clients do not come back together.
public struct ExponentialBackoff: BackoffPolicy, Hashable {
    /// The first wait after a passing fault, before jitter.
    ///
    /// Default: 100 milliseconds.
    public var transientBase: Duration

    /// The first wait after the service asked for fewer requests, before jitter.
    ///
    /// Default: 1 second.
    public var throttledBase: Duration

    /// The longest wait, before jitter.
    ///
    /// Default: 10 seconds.
    public var cap: Duration

    /// How the wait is spread.
    ///
    /// Default: ``Jitter/full``.
    public var jitter: Jitter

    /// Sets the progression.
    ///
    /// - Parameters:
    ///   - transientBase: the first wait after a passing fault. Default: 100 milliseconds.
    ///   - throttledBase: the first wait after throttling. Default: 1 second.
    ///   - cap: the longest wait. Default: 10 seconds.
    ///   - jitter: how the wait is spread. Default: full.
    public init(
        transientBase: Duration = .milliseconds(100),
        throttledBase: Duration = .seconds(1),
        cap: Duration = .seconds(10),
        jitter: Jitter = .full
    ) {
        self.transientBase = transientBase
        self.throttledBase = throttledBase
        self.cap = cap
        self.jitter = jitter
    }

    /// How a wait is spread around its nominal value.
    public enum Jitter: Sendable, Hashable {
        /// From nothing to the whole: the gentlest for the server.
        case full

        /// From half to the whole: rides out longer outages with as many attempts.
        case equal

        /// From the base to three times the wait before: as long as equal jitter in the end, and no two clients alike.
        case decorrelated

        /// Always the whole; for tests and single clients.
        case none
    }

    /// Gives `min(cap, base · 2^step)`, spread by the jitter.
    ///
    /// Times are reckoned in integers; no number of attempts overflows them.
    ///
    /// - Parameters:
    ///   - state: what was tried so far; its ``RetryState/backoffStep`` is the exponent.
    ///   - cause: chooses the base.
    ///   - random: where jitter comes from.
    /// - Returns: the wait, from nothing to the cap.
    public func delay(after state: RetryState, cause: RetryCause, random: RandomSource) -> Duration {
        let base = cause == .throttled ? throttledBase : transientBase
        guard base > .zero, cap > .zero else { return .zero }
        let nominal = Self.doubled(base, state.backoffStep, cap: cap)
        switch jitter {
        case .full: return nominal.part(random.number(in: 0...1))
        case .equal: return nominal / 2 + (nominal - nominal / 2).part(random.number(in: 0...1))
        case .decorrelated:
            // The first wait, and that behind one that the server set, begin at the base.
            let before = state.backoffStep > 0 ? max(base, state.lastDelay) : base
            let longest = before.multiplied(by: 3, cap: cap)
            let shortest = min(base, longest)
            return shortest + (longest - shortest).part(random.number(in: 0...1))
        case .none: return nominal
        }
    }

    /// Doubling stops at the cap, so no attempt count overflows.
    private static func doubled(_ base: Duration, _ step: Int, cap: Duration) -> Duration {
        var wait = base
        var left = step
        while left > 0, wait < cap {
            wait = wait.multiplied(by: 2, cap: cap)
            left -= 1
        }
        return min(wait, cap)
    }
}
