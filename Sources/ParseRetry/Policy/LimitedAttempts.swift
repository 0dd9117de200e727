/// A policy that stops after a number of attempts.
public struct LimitedAttempts<Base: RetryPolicy>: RetryPolicy {
    /// The policy that is limited.
    public let base: Base

    /// The most attempts, the first included; at least one.
    public let limit: Int

    /// Limits a policy.
    ///
    /// - Parameters:
    ///   - base: the policy that is limited.
    ///   - limit: the most attempts, the first included; less than one counts as one.
    public init(_ base: Base, limit: Int) {
        self.base = base
        self.limit = max(1, limit)
    }

    /// Judges as the base does until the attempts are used up.
    ///
    /// - Parameters:
    ///   - failure: how the attempt failed.
    ///   - state: what was tried so far.
    /// - Returns: the base's decision, or ``RetryDecision/exhausted(_:)``.
    public func decision(for failure: RetryFailure, in state: RetryState) -> RetryDecision {
        let decision = base.decision(for: failure, in: state)
        guard case .retry = decision, state.attempts >= limit else { return decision }
        return .exhausted(.attempts)
    }
}

extension RetryPolicy {
    /// Stops after a number of attempts.
    ///
    /// - Parameter limit: the most attempts, the first included.
    /// - Returns: the limited policy.
    public func limitingAttempts(to limit: Int) -> LimitedAttempts<Self> {
        LimitedAttempts(self, limit: limit)
    }
}
