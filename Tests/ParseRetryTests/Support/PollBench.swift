import ParseRetry
import ParseTesting
import Synchronization

/// A wait for a scripted service, and when it was asked; jitter is pinned to the middle.
final class PollBench: Sendable {
    enum Fault: Error, Equatable {
        case passing
        case lasting

        /// One that passes, with which the server asks to wait.
        case refused(Duration)
    }

    typealias Answer = Result<PollStep<String>, Fault>

    let clock: ManualClock
    private let schedule: PollSchedule
    private let random: RandomSource
    private let asked = Mutex<[(at: Duration, until: Deadline)]>([])

    init(
        _ schedule: PollSchedule = .standard,
        mode: ManualClock.Mode = .jumping,
        random: RandomSource = .constant(0.5)
    ) {
        self.clock = ManualClock(mode)
        self.schedule = schedule
        self.random = random
    }

    /// When the service was asked, on the clock.
    var polls: [Duration] { asked.withLock { $0.map(\.at) } }

    /// By when each request had to end, on the clock.
    var allowances: [Duration?] { asked.withLock { $0.map(\.until.instant) } }

    var gaps: [Duration] { zip(polls.dropFirst(), polls).map { $0 - $1 } }

    /// Waits; the service answers by the number of the request, from 0, and the reading of the clock.
    func wait(
        within limit: Duration? = nil,
        answering: @escaping @Sendable (Int, Duration) async -> Answer
    ) async -> PollOutcome<String, Fault> {
        let time = clock.timeSource
        return await PollLoop(schedule: schedule, time: time, random: random).run(
            before: Deadline(after: limit, on: time),
            mayPass: { (fault: Fault) in fault != .lasting },
            serverDelay: { (fault: Fault) in if case .refused(let asked) = fault { asked } else { nil } },
            poll: { [self] (deadline: Deadline) async throws(Fault) -> PollStep<String> in
                let number = asked.withLock { asked in
                    asked.append((time.now, deadline))
                    return asked.count - 1
                }
                return try await answering(number, time.now).get()
            }
        )
    }
}

extension PollOutcome<String, PollBench.Fault> {
    /// The outcome in a word, to be compared.
    var word: String {
        switch self {
        case .finished(let value): "finished \(value)"
        case .failed(let fault): "failed \(fault)"
        case .timedOut(let fault): fault.map { "timed out \($0)" } ?? "timed out"
        case .cancelled: "cancelled"
        }
    }
}
