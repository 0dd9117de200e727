import Synchronization

/// Sleeps and alarms that leave nothing behind when they are cancelled, as nearly all alarms are.
///
/// The system keeps a sleep that was cancelled until its time would have come: a minute of timeouts that nobody needed
/// any more is a minute of calls in memory. Here one sleep serves whoever waits, and a cancelled place is gone at once.
final class AlarmQueue: Sendable {
    private let now: @Sendable () -> Duration
    private let sleep: @Sendable (Duration) async -> Void
    private let state = Mutex(State())

    /// Makes a queue on a clock.
    ///
    /// - Parameters:
    ///   - now: the clock's reading.
    ///   - sleep: waits until a reading; it is never cancelled.
    init(now: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) async -> Void) {
        self.now = now
        self.sleep = sleep
    }

    /// Waits until a reading of the clock.
    ///
    /// - Parameter instant: the reading.
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    func wait(until instant: Duration) async throws(CancellationError) {
        let place = state.withLock { $0.place(at: instant) }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let sleeps = state.withLock { $0.add(waiter, at: place) }
                if sleeps { beginSleep(until: instant) }
                // Cancelled before it had its place, it was not found there.
                if Task.isCancelled { cancel(place) }
            }
        } onCancel: {
            cancel(place)
        }
        try result.get()
    }

    /// How many wait, and how many sleeps serve them.
    var counts: (waiting: Int, sleeping: Int) {
        state.withLock { ($0.waiters.count, $0.sleeps.count) }
    }

    private func cancel(_ place: Place) {
        state.withLock { $0.remove(place) }?.resume(returning: .failure(CancellationError()))
    }

    /// A task of its own, which takes over neither the waiter's cancellation nor its values.
    private func beginSleep(until instant: Duration) {
        Task.detached { [self] in
            await sleep(instant)
            let (due, next) = state.withLock { $0.wake(from: instant, at: now()) }
            for waiter in due { waiter.resume(returning: .success(())) }
            if let next { beginSleep(until: next) }
        }
    }

    private typealias Waiter = CheckedContinuation<Result<Void, CancellationError>, Never>

    /// Where somebody waits: by instant, and then by who came first.
    private struct Place: Comparable {
        let instant: Duration
        let number: UInt64

        static func < (left: Place, right: Place) -> Bool {
            left.instant == right.instant ? left.number < right.number : left.instant < right.instant
        }
    }

    private struct State {
        private var lastNumber: UInt64 = 0

        /// Who waits, the earliest first: most alarms are as long as the one before, and so come last.
        private(set) var waiters: [(place: Place, waiter: Waiter)] = []

        /// The instants that are slept until, each earlier than the one before: a later one is not needed yet.
        private(set) var sleeps: [Duration] = []

        mutating func place(at instant: Duration) -> Place {
            lastNumber += 1
            return Place(instant: instant, number: lastNumber)
        }

        /// Adds a waiter, and tells whether somebody must sleep for it.
        mutating func add(_ waiter: Waiter, at place: Place) -> Bool {
            waiters.insert((place, waiter), at: index(of: place))
            return needsSleep(until: place.instant)
        }

        mutating func remove(_ place: Place) -> Waiter? {
            let index = index(of: place)
            guard index < waiters.endIndex, waiters[index].place == place else { return nil }
            return waiters.remove(at: index).waiter
        }

        /// Takes out whose time has come, and tells until when to sleep for the rest, where nobody does yet.
        mutating func wake(from instant: Duration, at now: Duration) -> (due: [Waiter], next: Duration?) {
            sleeps.removeAll { $0 == instant }
            // A clock that woke early would otherwise be slept on for ever.
            let reached = max(instant, now)
            let due = waiters.prefix { $0.place.instant <= reached }.map(\.waiter)
            waiters.removeFirst(due.count)
            guard let first = waiters.first, needsSleep(until: first.place.instant) else { return (due, nil) }
            return (due, first.place.instant)
        }

        private mutating func needsSleep(until instant: Duration) -> Bool {
            if let earliest = sleeps.last, earliest <= instant { return false }
            sleeps.append(instant)
            return true
        }

        private func index(of place: Place) -> Int {
            waiters.firstIndex(behind: { $0.place < place })
        }
    }
}
