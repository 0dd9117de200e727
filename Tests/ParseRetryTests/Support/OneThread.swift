import ParseTesting

/// Runs a task and its children one job after the other; time moves on only when none of them can run.
final class OneThread: TaskExecutor, @unchecked Sendable {
    // Never touched by any thread but the one that is in `run`.
    private var ready: [UnownedJob] = []
    private var hasEnded = false
    private let clock: ManualClock

    init(clock: ManualClock) {
        self.clock = clock
    }

    func enqueue(_ job: UnownedJob) {
        ready.append(job)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        enqueue(UnownedJob(job))
    }

    /// Runs a body to its end.
    ///
    /// - Returns: `false` if nobody can run any more, and nobody waits for any time to come.
    static func run(on clock: ManualClock, _ body: @escaping @Sendable () async -> Void) -> Bool {
        let thread = OneThread(clock: clock)
        Task(executorPreference: thread) {
            await body()
            thread.hasEnded = true
        }
        return thread.runJobs()
    }

    private func runJobs() -> Bool {
        while !hasEnded {
            if ready.isEmpty {
                guard clock.advanceToNextWaiter() else { return false }
                continue
            }
            let jobs = ready
            ready.removeAll(keepingCapacity: true)
            for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
        }
        return true
    }
}
