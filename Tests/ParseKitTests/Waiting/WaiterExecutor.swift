import Dispatch
import Synchronization

/// Runs the first steps of a task where it is made, so that it has come to where it waits; the rest runs anywhere.
final class WaiterExecutor: TaskExecutor {
    private let held = Mutex<[UnownedJob]?>(nil)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isHeld = held.withLock { held in
            held?.append(job)
            return held != nil
        }
        guard !isHeld else { return }
        DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Makes a task, and runs it and whatever it starts here as far as they can run.
    func start<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) -> Task<Value, Never> {
        held.withLock { $0 = [] }
        let task = Task(executorPreference: self) { await body() }
        while let jobs = takeJobs() {
            for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
        }
        return task
    }

    /// The jobs that were held; with the last of them holding ends.
    private func takeJobs() -> [UnownedJob]? {
        held.withLock { held in
            guard let jobs = held, !jobs.isEmpty else {
                held = nil
                return nil
            }
            held = []
            return jobs
        }
    }
}
