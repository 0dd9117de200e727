import ParseTesting
import Synchronization

@testable import ParseRetry

/// A queue of alarms on a clock that the test moves.
final class AlarmBench: Sendable {
    let clock = ManualClock()
    let queue: AlarmQueue
    private let recorded = Recorded()

    init() {
        let clock = clock
        let recorded = recorded
        self.queue = AlarmQueue(now: { clock.now.offset }) { instant in
            recorded.sleeps.withLock { $0.append(instant) }
            try? await clock.sleep(until: clock.now.advanced(by: instant - clock.now.offset), tolerance: nil)
        }
    }

    var now: Duration { clock.now.offset }

    /// Every instant that was slept until.
    var sleeps: [Duration] { recorded.sleeps.withLock { $0 } }

    /// Waits until so many have their place.
    func waiting(_ count: Int) async {
        while queue.counts.waiting != count { await Task.yield() }
    }

    /// Moves the clock, and waits until all but so many have been woken.
    func advance(to instant: Duration, leaving count: Int) async throws {
        // Until the sleep is known to the clock, moving it wakes nobody.
        try await clock.waitForSleepers(queue.counts.sleeping)
        clock.advance(by: instant - now)
        await waiting(count)
    }

    private final class Recorded: Sendable {
        let sleeps = Mutex<[Duration]>([])
    }
}
