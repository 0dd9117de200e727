import ParseRetry
import ParseTesting
import Testing

@Suite("ManualClock, cancellation")
struct ManualClockCancellationTests {
    @Test("A cancelled sleeper wakes at once, and the others sleep on")
    func cancelled() async throws {
        let clock = ManualClock()
        let cancelled = Task { try await clock.sleep(for: .seconds(1)) }
        let other = Task { try await clock.sleep(for: .seconds(1)) }
        try await clock.waitForSleepers(2)
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        #expect(clock.sleepers == 1)
        #expect(clock.now.offset == .zero)
        clock.advance(by: .seconds(1))
        try await other.value
    }

    @Test("A task that is cancelled already does not fall asleep", arguments: [ManualClock.Mode.stepping, .jumping])
    func already(mode: ManualClock.Mode) async {
        let clock = ManualClock(mode)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await clock.sleep(for: .seconds(1))
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(clock.sleepers == 0)
        #expect(clock.now.offset == .zero)
    }

    @Test("Who waits for sleepers can be cancelled, before or while waiting")
    func barrier() async {
        let clock = ManualClock()
        let waiting = Task { try await clock.waitForSleepers(1) }
        await Task.yield()
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        let already = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await clock.waitForSleepers(0)
        }
        await #expect(throws: CancellationError.self) { try await already.value }
    }

    @Test("A thousand races between cancelling and advancing end, each in one of two ways")
    func race() async throws {
        var woken = 0
        for _ in 0..<1_000 {
            let clock = ManualClock()
            let sleeper = Task { try await clock.sleep(for: .seconds(1)) }
            try await clock.waitForSleepers()
            async let advancing: Void = { @Sendable () async in clock.advance(by: .seconds(1)) }()
            async let cancelling: Void = { @Sendable () async in sleeper.cancel() }()
            _ = await (advancing, cancelling)
            switch await sleeper.result {
            case .success: woken += 1
            case .failure(let error): #expect(error is CancellationError)
            }
            #expect(clock.sleepers == 0)
            #expect(clock.now.offset == .seconds(1))
        }
        #expect((0...1_000).contains(woken))
    }

    @Test("A thousand races between falling asleep, cancelling and a barrier end")
    func raceAsleep() async {
        for _ in 0..<1_000 {
            let clock = ManualClock()
            let sleeper = Task { try await clock.sleep(for: .seconds(1)) }
            let barrier = Task { try await clock.waitForSleepers() }
            sleeper.cancel()
            await #expect(throws: CancellationError.self) { try await sleeper.value }
            barrier.cancel()
            _ = await barrier.result
            #expect(clock.sleepers == 0)
        }
    }
}
