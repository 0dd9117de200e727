package import ParseTransport

/// What calls and downloads wait for between their attempts.
extension RetryConfiguration {
    /// How long to wait before the next attempt.
    ///
    /// - Parameters:
    ///   - state: what was tried so far.
    ///   - cause: why it is tried again.
    ///   - asked: how long the server asked to wait; `nil` where it did not.
    ///   - random: where jitter comes from.
    /// - Returns: the wait; `nil` where the server asked for more than ``maximumServerDelay``.
    package func wait(
        after state: RetryState,
        cause: RetryCause,
        asked: Duration?,
        random: RandomSource
    ) -> Duration? {
        let delay = backoff.delay(after: state, cause: cause, random: random)
        guard let asked else { return delay }
        guard asked <= maximumServerDelay else { return nil }
        // Never earlier than asked, and not all clients in the same instant.
        return max(delay, asked) + min(asked * 0.1, .seconds(1)) * random.number(in: 0...1)
    }

    /// Waits for the turn to send a request, and tells if that took time.
    ///
    /// - Parameters:
    ///   - origin: where to; `nil` for a URL that has none, which nobody holds back.
    ///   - deadline: when it is too late to send anything.
    ///   - time: what is waited on.
    /// - Returns: how long it was waited; `nil` where the turn would come too late, at once.
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    package func turn(
        to origin: Origin?,
        before deadline: Deadline,
        on time: TimeSource
    ) async throws(CancellationError) -> Duration? {
        guard let origin, let pacer else { return .zero }
        guard let paced = try await pacer.turn(for: origin, before: deadline, on: time) else { return nil }
        if paced > .zero { observe(.paced(paced)) }
        return paced
    }
}
