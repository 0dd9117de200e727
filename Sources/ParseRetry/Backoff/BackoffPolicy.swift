/// Decides how long to wait before the next attempt: the second of three questions a retry asks.
public protocol BackoffPolicy: Sendable {
    /// Gives the wait before the next attempt.
    ///
    /// - Parameters:
    ///   - state: what was tried so far.
    ///   - cause: why it is tried again.
    ///   - random: where jitter comes from.
    /// - Returns: the wait, never negative.
    func delay(after state: RetryState, cause: RetryCause, random: RandomSource) -> Duration
}
