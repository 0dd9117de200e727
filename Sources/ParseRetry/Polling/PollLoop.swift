/// Asks by a schedule until there is an answer, a deadline comes or the task is cancelled.
///
/// A request that fails is not the end of the wait: faults that might pass are tolerated for the schedule's error
/// window, counted by time and begun anew by each valid answer; the time that a server asks to wait does not count.
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
    ///   - serverDelay: how long the server asked to wait with a fault, if it did. Default: it never does.
    ///   - poll: sends one request, which must end before the deadline it is given.
    /// - Returns: how the wait ended.
    public func run<Value: Sendable, Failure: Error>(
        before deadline: Deadline,
        mayPass: (Failure) -> Bool,
        serverDelay: (Failure) -> Duration? = { _ in nil },
        poll: (Deadline) async throws(Failure) -> PollStep<Value>
    ) async -> PollOutcome<Value, Failure> {
        var standing = PollStanding<Failure>(schedule: schedule, deadline: deadline, time: time)
        while !Task.isCancelled {
            let look: Result<Duration?, Failure>
            do throws(Failure) {
                switch try await poll(standing.allowance) {
                case .finished(let value): return .finished(value)
                case .pending(let serverDelay): look = .success(serverDelay)
                }
            } catch {
                if Task.isCancelled { return .cancelled }
                look = .failure(error)
            }
            switch standing.take(look, serverDelay: serverDelay, mayPass: mayPass) {
            case .failed(let error): return .failed(error)
            case .timedOut(let fault): return .timedOut(fault)
            case .again(let serverDelay):
                let delay = max(schedule.delay(after: standing.elapsed, random: random), serverDelay)
                do {
                    try await time.sleep(for: standing.wait(by: delay))
                } catch {
                    return .cancelled
                }
            }
        }
        return .cancelled
    }
}
