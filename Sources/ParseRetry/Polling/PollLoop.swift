/// Asks by a schedule until there is an answer, a deadline comes or the task is cancelled.
///
/// A request that fails is not the end of the wait: faults that might pass are tolerated for the schedule's error
/// window, counted by time and begun anew by each valid answer.
public struct PollLoop: Sendable {
    private let schedule: PollSchedule
    private let time: TimeSource
    private let random: RandomSource

    /// Makes a loop.
    ///
    /// - Parameters:
    ///   - schedule: when to ask.
    ///   - time: where time comes from. Default: the system.
    ///   - random: where jitter comes from. Default: the system.
    public init(schedule: PollSchedule, time: TimeSource = .system, random: RandomSource = .system) {
        self.schedule = schedule
        self.time = time
        self.random = random
    }

    /// Asks at once, and then by the schedule.
    ///
    /// The last request is sent when the deadline comes, so that an answer that is there by then is not missed.
    ///
    /// - Parameters:
    ///   - deadline: when to stop waiting.
    ///   - mayPass: whether a fault might pass.
    ///   - poll: sends one request, which must end before the deadline it is given.
    /// - Returns: how the wait ended.
    public func run<Value: Sendable, Failure: Error>(
        before deadline: Deadline,
        mayPass: (Failure) -> Bool,
        poll: (Deadline) async throws(Failure) -> PollStep<Value>
    ) async -> PollOutcome<Value, Failure> {
        let began = time.now
        var failingSince: Duration?
        while !Task.isCancelled {
            let isLast = deadline.isReached(on: time)
            var asked: Duration?
            var fault: Failure?
            do throws(Failure) {
                let allowance = Deadline(after: schedule.lastPollAllowance, on: time)
                switch try await poll(max(deadline, allowance)) {
                case .finished(let value): return .finished(value)
                case .pending(let serverDelay): asked = serverDelay
                }
                failingSince = nil
            } catch {
                if Task.isCancelled { return .cancelled }
                let since = failingSince ?? time.now
                guard mayPass(error), time.now - since < schedule.errorWindow else { return .failed(error) }
                failingSince = since
                fault = error
            }
            if isLast || deadline.isReached(on: time) { return .timedOut(fault) }
            // Nothing can be learned in time without knocking earlier than the server asked.
            if let asked, let remaining = deadline.remaining(on: time), asked > remaining { return .timedOut(fault) }
            let delay = max(schedule.delay(after: time.now - began, random: random), asked ?? .zero)
            guard await wait(delay, deadline) else { return .cancelled }
        }
        return .cancelled
    }

    /// Waits for the next request; where little would be left after it, until the deadline, for the last one.
    private func wait(_ delay: Duration, _ deadline: Deadline) async -> Bool {
        var wait = delay
        if let remaining = deadline.remaining(on: time), remaining - delay <= schedule.minimum { wait = remaining }
        do {
            try await time.sleep(for: wait)
            return true
        } catch {
            return false
        }
    }
}
