/// A policy that stops once a time has passed since the first attempt began.
public struct LimitedTime<Base: RetryPolicy>: RetryPolicy {
    /// The policy that is limited.
    public let base: Base

    /// The time after which no further wait begins; the attempt behind a wait may.
    ///
    /// A deadline bounds both.
    public let limit: Duration

    /// Limits a policy.
    ///
    /// - Parameters:
    ///   - base: the policy that is limited.
    ///   - limit: the time after which no further wait begins.
    public init(_ base: Base, limit: Duration) {
        self.base = base
        self.limit = limit
    }

    /// Judges as the base does until the time is used up.
    ///
    /// - Parameters:
    ///   - failure: how the attempt failed.
    ///   - state: what was tried so far.
    /// - Returns: the base's decision, or ``RetryDecision/exhausted(_:)``.
    public func decision(for failure: RetryFailure, in state: RetryState) -> RetryDecision {
        let decision = base.decision(for: failure, in: state)
        guard case .retry = decision, state.elapsed >= limit else { return decision }
        return .exhausted(.elapsedTime)
    }
}

extension RetryPolicy {
    /// Stops once a time has passed.
    ///
    /// - Parameter limit: the time after which no further wait begins.
    /// - Returns: the limited policy.
    public func limitingTime(to limit: Duration) -> LimitedTime<Self> {
        LimitedTime(self, limit: limit)
    }
}
