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
    private var failing: Failing?

    /// Looks that fail in a row.
    private struct Failing {
        /// Since when, if what the server asked to wait had taken no time.
        var since: Duration

        /// When the last of them ended.
        var last: Duration

        /// How long the server asked to wait then.
        var asked: Duration
    }

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
    /// What a server asks for with an answer is advice: a look at the deadline is worth more than none. What it asks for
    /// with a refusal is not undercut: where the deadline comes first, the wait ends at once.
    ///
    /// - Parameters:
    ///   - look: how long the server asked to wait, or the fault.
    ///   - serverDelay: how long the server asked to wait with a fault. Default: not at all.
    ///   - heldUp: how much of the look's own time was waited since the server asked for it. Default: nothing.
    ///   - mayPass: whether a fault might pass.
    /// - Returns: what follows.
    package mutating func take(
        _ look: Result<Duration?, Failure>,
        serverDelay: (Failure) -> Duration? = { _ in nil },
        heldUp: Duration = .zero,
        mayPass: (Failure) -> Bool
    ) -> Verdict {
        let now = time.now
        switch look {
        case .success(let serverDelay):
            failing = nil
            fault = nil
            return deadline.isReached(on: time) ? .timedOut(nil) : .again(serverDelay: bounded(serverDelay))
        case .failure(let error):
            let wanted = serverDelay(error) ?? .zero
            let asked = bounded(wanted)
            let since = failing.map { $0.since + min(now - $0.last, $0.asked + heldUp) } ?? now
            guard mayPass(error), now - since < schedule.errorWindow else { return .failed(error) }
            failing = Failing(since: since, last: now, asked: asked)
            fault = error
            if deadline.isReached(on: time) { return .timedOut(fault) }
            // Nothing can be learned in time without knocking earlier than the server asked.
            if let remaining = deadline.remaining(on: time), wanted > remaining { return .timedOut(fault) }
            return .again(serverDelay: asked)
        }
    }

    private func bounded(_ asked: Duration?) -> Duration {
        min(asked ?? .zero, schedule.maximumServerDelay)
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
