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
    /// - Returns: how it ended; a turn that would come too late is refused at once.
    package func turn(to origin: Origin?, before deadline: Deadline, on time: TimeSource) async -> TurnEnding {
        guard let origin, let pacer else { return .come(after: .zero) }
        let ending = await pacer.turn(for: origin, patience(before: deadline), on: time)
        if case .come(let paced) = ending, paced > .zero { observe(.paced(paced)) }
        return ending
    }

    /// Why a request would not be sent some time from now: by the deadline, or by the pause that a server asked for.
    ///
    /// Asked before a retry is paid for, and before a wait that would be in vain.
    ///
    /// - Parameters:
    ///   - origin: where to; `nil` for a URL that has none.
    ///   - deadline: when it is too late to send anything.
    ///   - delay: how long it is waited before it.
    ///   - now: the reading.
    /// - Returns: the limit; `nil` if nothing is known that would keep the request.
    package func refusal(
        to origin: Origin?,
        before deadline: Deadline,
        after delay: Duration,
        at now: Duration
    ) -> RetryLimit? {
        let patience = patience(before: deadline)
        guard let origin, let pacer else { return patience.refusal(of: now + delay, behind: nil, at: now) }
        return pacer.refusal(of: patience, for: origin, at: now, after: delay)
    }

    private func patience(before deadline: Deadline) -> TurnPatience {
        TurnPatience(
            latest: deadline.instant.map { $0 - minimumAttemptTime },
            maximumServerDelay: maximumServerDelay
        )
    }
}
