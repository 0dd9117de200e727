import ParseRetry
import ParseTesting
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("TimeSource")
struct TimeSourceTests {
    private struct TooLate: Error, Equatable {}

    @Test("Of a clock it reads the time since it was made")
    func ofClock() async throws {
        let clock = ManualClock(.jumping)
        clock.advance(by: .seconds(5))
        let date = Date(timeIntervalSince1970: 1)
        let time = TimeSource(clock: clock, date: { date })
        #expect(time.now == .zero)
        try await time.sleep(for: .seconds(2))
        #expect(time.now == .seconds(2))
        #expect(time.date == date)
    }

    @Test("The system's time moves on and knows the date")
    func system() {
        let before = TimeSource.system.now
        #expect(TimeSource.system.now >= before)
        #expect(abs(TimeSource.system.date.timeIntervalSinceNow) < 60)
    }

    @Test("Nothing is waited for zero or less", arguments: [0, -1, Int64.min])
    func noSleep(seconds: Int64) async throws {
        let clock = ManualClock()
        try await clock.timeSource.sleep(for: .seconds(seconds))
        #expect(clock.now.offset == .zero)
    }

    @Test("A cancelled task does not sleep, not even for nothing")
    func cancelled() async {
        let time = ManualClock(.jumping).timeSource
        for duration in [Duration.zero, .seconds(1)] {
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await time.sleep(for: duration)
            }
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        #expect(time.now == .zero)
    }

    @Test("An operation that ends in time gives its value and leaves no alarm behind")
    func inTime() async throws {
        let clock = ManualClock(.jumping)
        let time = clock.timeSource
        let value = try await time.run(before: Deadline(after: .seconds(2), on: time), orThrow: TooLate()) {
            () async throws(TooLate) in
            try? await time.sleep(for: .seconds(1))
            return 7
        }
        #expect(value == 7)
        #expect(time.now == .seconds(1))
        try await time.sleep(for: .seconds(60))
        #expect(time.now == .seconds(61))
    }

    @Test("An operation that does not is cancelled at the deadline", arguments: [2, 3, 3_600])
    func tooLate(seconds: Int) async {
        let clock = ManualClock(.jumping)
        let time = clock.timeSource
        await #expect(throws: TooLate.self) {
            try await time.run(before: Deadline(after: .seconds(2), on: time), orThrow: TooLate()) {
                () async throws(TooLate) in
                try? await time.sleep(for: .seconds(seconds))
            }
        }
        #expect(time.now == .seconds(2))
        #expect(clock.sleepers == 0)
    }

    @Test("A deadline that has come lets nothing begin")
    func reached() async {
        let time = ManualClock(.jumping).timeSource
        await #expect(throws: TooLate.self) {
            try await time.run(before: Deadline(after: .zero, on: time), orThrow: TooLate()) {
                () async throws(TooLate) in
                Issue.record("The operation began.")
            }
        }
    }

    @Test("Without a deadline the operation takes its time, and its error comes through")
    func never() async {
        let time = ManualClock(.jumping).timeSource
        await #expect(throws: TooLate.self) {
            try await time.run(before: .never, orThrow: TooLate()) { () async throws(TooLate) in
                try? await time.sleep(for: .seconds(9))
                throw TooLate()
            }
        }
        #expect(time.now == .seconds(9))
    }

    @Test("Cancelling the caller cancels the operation, whose own word counts")
    func callerCancelled() async throws {
        let clock = ManualClock()
        let time = clock.timeSource
        let task = Task {
            try await time.run(before: Deadline(after: .seconds(2), on: time), orThrow: TooLate()) {
                () async throws(TooLate) in
                do {
                    try await time.sleep(for: .seconds(1))
                    return "slept"
                } catch {
                    return "cancelled"
                }
            }
        }
        try await clock.waitForSleepers()
        task.cancel()
        #expect(try await task.value == "cancelled")
        #expect(clock.sleepers == 0)
    }
}
