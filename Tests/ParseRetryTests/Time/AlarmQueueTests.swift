import ParseTesting
import Testing

@testable import ParseRetry

@Suite("AlarmQueue")
struct AlarmQueueTests {
    @Test("Whoever waits is woken at its own time, and whose time has come already at once")
    func woken() async throws {
        let bench = AlarmBench()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for seconds in [5, 1, 3, 0, 3] {
                group.addTask {
                    try await bench.queue.wait(until: .seconds(seconds))
                    #expect(bench.now >= .seconds(seconds))
                }
            }
            for (second, left) in [(0, 4), (1, 3), (3, 1), (5, 0)] {
                try await bench.advance(to: .seconds(second), leaving: left)
            }
            try await group.waitForAll()
        }
        #expect(bench.queue.counts.sleeping == 0)
    }

    @Test("A thousand alarms that are cancelled leave nothing, and one sleep was enough for all")
    func cancelled() async throws {
        let bench = AlarmBench()
        for call in 1...1_000 {
            let alarm = Task { try await bench.queue.wait(until: .seconds(60) + .milliseconds(call)) }
            await bench.waiting(1)
            alarm.cancel()
            await #expect(throws: CancellationError.self) { try await alarm.value }
            #expect(bench.queue.counts.waiting == 0)
        }
        #expect(bench.queue.counts.sleeping == 1)
        try await bench.clock.waitForSleepers(1)
        #expect(bench.sleeps == [.seconds(60) + .milliseconds(1)])
    }

    @Test("Short waits between long ones need no more sleeps than there are lengths")
    func interleaved() async throws {
        let bench = AlarmBench()
        let long = Task { try await bench.queue.wait(until: .seconds(60)) }
        await bench.waiting(1)
        for second in 1...50 {
            let short = Task { try await bench.queue.wait(until: .seconds(second)) }
            await bench.waiting(2)
            #expect(bench.queue.counts.sleeping == 2)
            try await bench.advance(to: .seconds(second), leaving: 1)
            try await short.value
        }
        try await bench.advance(to: .seconds(60), leaving: 0)
        try await long.value
        #expect(bench.sleeps.count == 51)
    }

    @Test("A task that is cancelled already does not wait")
    func cancelledBefore() async {
        let bench = AlarmBench()
        let gate = AsyncStream<Void>.makeStream()
        let task = Task {
            for await _ in gate.stream {}
            try await bench.queue.wait(until: .seconds(1))
        }
        task.cancel()
        gate.continuation.finish()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(bench.queue.counts.waiting == 0)
    }

    @Test("Where the first is cancelled, its sleep is gone on from for the next", arguments: 0..<20 as Range<UInt64>)
    func anyOrder(seed: UInt64) async throws {
        let bench = AlarmBench()
        let random = RandomSource.seeded(seed)
        var left: [(instant: Duration, task: Task<Void, any Error>)] = []
        for number in 1...60 {
            let instant = Duration.milliseconds(Int(random.number(in: 1...10_000)))
            left.append((instant, Task { try await bench.queue.wait(until: instant) }))
            await bench.waiting(number)
        }
        for number in 1...30 {
            let gone = left.remove(at: Int(random.number(in: 0...1) * Double(left.count - 1)))
            gone.task.cancel()
            await #expect(throws: CancellationError.self) { try await gone.task.value }
            #expect(bench.queue.counts.waiting == 60 - number)
        }
        for instant in Set(left.map(\.instant)).sorted() {
            let later = left.filter { $0.instant > instant }.count
            try await bench.advance(to: instant, leaving: later)
        }
        for waiter in left { try await waiter.task.value }
    }

    @Test("The system's time wakes, and lets go when it is cancelled")
    func system() async throws {
        let time = TimeSource.system
        let before = time.now
        try await time.sleep(for: .milliseconds(2))
        #expect(time.now - before >= .milliseconds(2))
        let long = Task { try await time.alarm(after: .seconds(1_000_000))() }
        long.cancel()
        await #expect(throws: (any Error).self) { try await long.value }
    }
}
