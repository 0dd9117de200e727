/// One waiter's part in a poll: what a look means to it, and how long it waits for the next.
///
/// A ``PollLoop`` has one; where many wait for the same thing and share the looks, each of them has its own.
package struct PollStanding<Failure: Error>: Sendable {
    /// What follows from a look.
    package enum Verdict: Sendable {
        /// Look again, not before the server's own wait is over.
        case again(serverDelay: Duration)

        /// Asking failed for good, or for longer than the error window.
        case failed(Failure)

        /// The deadline came first, or nothing can be learned before it; this look's fault, if it failed.
        case timedOut(Failure?)
    }

    /// When the wait ends at the latest.
    package let deadline: Deadline

    /// What the last look failed with; `nil` if it did not.
    package private(set) var fault: Failure?

    private let schedule: PollSchedule
    private let time: TimeSource
    private let began: Duration
    private var failingSince: Duration?

    /// Begins to wait.
    ///
    /// - Parameters:
    ///   - schedule: when to look.
    ///   - deadline: when the wait ends at the latest.
    ///   - waited: how long it was waited for before, perhaps by another process. Default: not at all.
    ///   - time: where time comes from.
    package init(schedule: PollSchedule, deadline: Deadline, waited: Duration = .zero, time: TimeSource) {
        self.schedule = schedule
        self.deadline = deadline
        self.time = time
        self.began = time.now - waited
    }

    /// The time waited, that before included.
    package var elapsed: Duration { time.now - began }

    /// By when a look that begins now must have ended.
    package var allowance: Deadline {
        max(deadline, Deadline(after: schedule.lastPollAllowance, on: time))
    }

    /// Takes in a look that found nothing yet, or failed.
    ///
    /// - Parameters:
    ///   - look: how long the server asked to wait, or the fault.
    ///   - serverDelay: how long the server asked to wait with a fault. Default: not at all.
    ///   - mayPass: whether a fault might pass.
    /// - Returns: what follows.
    package mutating func take(
        _ look: Result<Duration?, Failure>,
        serverDelay: (Failure) -> Duration? = { _ in nil },
        mayPass: (Failure) -> Bool
    ) -> Verdict {
        var asked: Duration?
        switch look {
        case .success(let serverDelay):
            asked = serverDelay
            failingSince = nil
            fault = nil
        case .failure(let error):
            let since = failingSince ?? time.now
            guard mayPass(error), time.now - since < schedule.errorWindow else { return .failed(error) }
            failingSince = since
            fault = error
            asked = serverDelay(error)
        }
        if deadline.isReached(on: time) { return .timedOut(fault) }
        // Nothing can be learned in time without knocking earlier than the server asked.
        if let asked, let remaining = deadline.remaining(on: time), asked > remaining { return .timedOut(fault) }
        return .again(serverDelay: asked ?? .zero)
    }

    /// How long to wait for the next look: where little would be left after it, until the deadline, for the last one.
    ///
    /// - Parameter delay: the wait by the schedule, or the server's.
    /// - Returns: the wait.
    package func wait(by delay: Duration) -> Duration {
        guard let remaining = deadline.remaining(on: time), remaining - delay <= schedule.minimum else { return delay }
        return remaining
    }
}
