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

        /// Always the whole; for tests and single clients.
        case none
    }

    /// Gives `min(cap, base · 2^step)`, spread by the jitter.
    ///
    /// - Parameters:
    ///   - state: what was tried so far; its ``RetryState/backoffStep`` is the exponent.
    ///   - cause: chooses the base.
    ///   - random: where jitter comes from.
    /// - Returns: the wait, from nothing to the cap.
    public func delay(after state: RetryState, cause: RetryCause, random: RandomSource) -> Duration {
        let nominal = Self.doubled(cause == .throttled ? throttledBase : transientBase, state.backoffStep, cap: cap)
        let share =
            switch jitter {
            case .full: random.number(in: 0...1)
            case .equal: random.number(in: 0.5...1)
            case .none: 1.0
            }
        return min(nominal * share, nominal)
    }

    /// Doubling stops at the cap, so no attempt count overflows.
    private static func doubled(_ base: Duration, _ step: Int, cap: Duration) -> Duration {
        guard base > .zero, cap > .zero else { return .zero }
        var wait = base
        var left = step
        while left > 0, wait < cap {
            wait = wait > cap / 2 ? cap : wait * 2
            left -= 1
        }
        return min(wait, cap)
    }
}
