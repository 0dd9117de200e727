/// Decides whether a failed attempt is worth another: the first of three questions a retry asks.
///
/// The other two are how long to wait (``BackoffPolicy``) and whether this client should stop trying altogether
/// (``RetryThrottle``). A policy holds no state: everything it may know is in the ``RetryState``.
///
/// ```swift
/// let patient = StandardRetryPolicy().limitingAttempts(to: 6).limitingTime(to: .seconds(60))
/// ```
public protocol RetryPolicy: Sendable {
    /// Judges one failed attempt.
    ///
    /// - Parameters:
    ///   - failure: how the attempt failed.
    ///   - state: what was tried so far.
    /// - Returns: whether to try again, and why or why not.
    func decision(for failure: RetryFailure, in state: RetryState) -> RetryDecision
}
