import ParseRetry
import Synchronization
import Testing

@testable import ParseTesting

@Suite("ManualClock, jumping")
struct ManualClockJumpingTests {
    private struct TooLate: Error {}

    @Test("Every sleep ends at once, and its time has passed")
    func jumps() async throws {
        let clock = ManualClock(.jumping)
        try await clock.sleep(for: .seconds(3_600))
        try await clock.timeSource.sleep(for: .milliseconds(1))
        #expect(clock.now.offset == .milliseconds(3_600_001))
        #expect(clock.sleepers == 0)
    }

    @Test("It can be moved by hand as well")
    func byHand() async throws {
        let clock = ManualClock(.jumping)
        clock.advance(by: .seconds(1))
        try await clock.sleep(for: .seconds(1))
        #expect(clock.now.offset == .seconds(2))
    }

    @Test("An alarm goes off only when its instant has come, and no sleep passes it by")
    func alarm() async throws {
        let timeline = ManualTimeline(jumps: true)
        let alarm = timeline.alarm(at: .seconds(5))
        try await timeline.sleep(until: .seconds(4))
        #expect(timeline.now == .seconds(4))
        let sleeper = Task { try await timeline.sleep(until: .seconds(9)) }
        try await alarm()
        #expect(timeline.now == .seconds(5))
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
        #expect(timeline.now == .seconds(5))
    }

    @Test("An alarm that goes off before anybody waits for it is not missed")
    func unheard() async throws {
        for jumps in [true, false] {
            let timeline = ManualTimeline(jumps: jumps)
            let alarm = timeline.alarm(at: .seconds(1))
            timeline.advance(to: .seconds(2))
            try await alarm()
            #expect(timeline.now == .seconds(2))
        }
    }

    @Test("An alarm whose instant has come when it is set goes off at once", arguments: [0, -1])
    func alarmNow(seconds: Int) async throws {
        let timeline = ManualTimeline(jumps: false)
        try await timeline.alarm(at: .seconds(seconds))()
        #expect(timeline.now == .zero)
    }

    @Test("An alarm is no sleeper, and is forgotten with the last who could wait for it")
    func forgotten() async throws {
        let timeline = ManualTimeline(jumps: false)
        var alarm: TimeSource.Alarm? = timeline.alarm(at: .seconds(1))
        #expect(timeline.sleepers == 0)
        #expect(timeline.nextSleepEnd == nil)
        #expect(timeline.alarms == 1)
        withExtendedLifetime(alarm) {}
        alarm = nil
        #expect(timeline.alarms == 0)
    }

    @Test("A cancelled alarm throws, and is not set any more")
    func cancelledAlarm() async {
        let timeline = ManualTimeline(jumps: false)
        let alarm = timeline.alarm(at: .seconds(1))
        let task = Task { try await alarm() }
        await Task.yield()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(timeline.alarms == 0)
    }

    @Test("A sleep that another's alarm held up goes on once that alarm is gone")
    func heldUp() async throws {
        let timeline = ManualTimeline(jumps: true)
        var alarm: TimeSource.Alarm? = timeline.alarm(at: .seconds(1))
        let sleeper = Task { try await timeline.sleep(until: .seconds(9)) }
        try await timeline.waitForSleepers(1)
        #expect(timeline.now <= .seconds(1))
        withExtendedLifetime(alarm) {}
        alarm = nil
        try await sleeper.value
        #expect(timeline.now == .seconds(9))
    }

    @Test("A thousand timeouts of operations that sleep too long end at their deadline, whoever comes first")
    func timeouts() async {
        for _ in 0..<1_000 {
            let clock = ManualClock(.jumping)
            let time = clock.timeSource
            await #expect(throws: TooLate.self) {
                try await time.run(before: Deadline(after: .seconds(1), on: time), orThrow: TooLate()) {
                    () async throws(TooLate) in
                    try? await time.sleep(for: .seconds(3_600))
                }
            }
            #expect(clock.now.offset == .seconds(1))
            #expect(clock.sleepers == 0)
        }
    }
}
