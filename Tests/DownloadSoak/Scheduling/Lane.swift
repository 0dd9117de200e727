import ParseTesting

/// Runs all jobs of one script on one thread, one after the other, in an order that the seed decides.
///
/// Time stands still while anybody can run, and moves to the next sleep or alarm when nobody can.
final class Lane: TaskExecutor, @unchecked Sendable {
    // Never touched by any thread but the one that runs it.
    private var ready: [UnownedJob] = []
    private var first = 0
    private var dice: Dice
    private let isShuffled: Bool
    private let clock: ManualClock

    /// How many jobs have run.
    private(set) var jobs = 0

    /// What is done as soon as so many jobs have run.
    private var interruption: (jobs: Int, body: () -> Void)?

    /// More than any script needs that comes to an end.
    private static let mostJobs = 20_000_000

    /// - Parameter isShuffled: whether any job that can run may be next, instead of the one that has waited longest.
    init(clock: ManualClock, dice: Dice, isShuffled: Bool) {
        self.clock = clock
        self.dice = dice
        self.isShuffled = isShuffled
    }

    /// What became of the jobs.
    enum Ending {
        /// What was waited for has ended.
        case ended

        /// Nobody can run, and nobody waits for any time to come.
        case hung

        /// There was no end of them.
        case endless
    }

    func enqueue(_ job: UnownedJob) {
        ready.append(job)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        enqueue(UnownedJob(job))
    }

    /// Does something between two jobs, so many jobs from now.
    func interrupt(afterJobs count: Int, _ body: @escaping () -> Void) {
        interruption = (jobs + count, body)
    }

    /// Runs jobs until something has ended.
    func run(until hasEnded: () -> Bool) -> Ending {
        while !hasEnded() {
            guard jobs < Self.mostJobs else { return .endless }
            if let due = interruption, jobs >= due.jobs {
                interruption = nil
                due.body()
            } else if !runNext(), !clock.advanceToNextWaiter() {
                return .hung
            }
        }
        interruption = nil
        return .ended
    }

    /// Runs whatever can run without time passing.
    func settle() {
        while runNext() {}
    }

    private func runNext() -> Bool {
        guard first < ready.count else { return false }
        if isShuffled { ready.swapAt(first, first + dice.below(ready.count - first)) }
        let job = ready[first]
        first += 1
        if first == ready.count {
            ready.removeAll(keepingCapacity: true)
            first = 0
        }
        jobs += 1
        job.runSynchronously(on: asUnownedTaskExecutor())
        return true
    }
}
