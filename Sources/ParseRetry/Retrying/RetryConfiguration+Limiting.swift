/// Another limit for a profile, whatever its policy.
extension RetryConfiguration {
    /// Makes at most so many attempts; fewer where the policy allows fewer.
    ///
    /// For more than a profile makes, give it another policy:
    /// `.batch.with { $0.policy = StandardRetryPolicy().limitingAttempts(to: 12) }`.
    ///
    /// - Parameter limit: the most attempts, the first included; fewer than one counts as one.
    /// - Returns: the limited configuration.
    public func limitingAttempts(to limit: Int) -> RetryConfiguration {
        func limited(_ policy: some RetryPolicy) -> any RetryPolicy { policy.limitingAttempts(to: limit) }
        return with { $0.policy = limited(policy) }
    }

    /// Begins no wait once a time has passed.
    ///
    /// - Parameter limit: the time, from the first attempt's beginning.
    /// - Returns: the limited configuration.
    public func limitingTime(to limit: Duration) -> RetryConfiguration {
        func limited(_ policy: some RetryPolicy) -> any RetryPolicy { policy.limitingTime(to: limit) }
        return with { $0.policy = limited(policy) }
    }
}
