import ParseRetry
import ParseTesting
import Testing

@Suite("PollLoop, faults and cancellation")
struct PollLoopFaultTests {
    private static let pending = PollBench.Answer.success(.pending(serverDelay: nil))

    @Test("A fault that will not pass ends the wait at once, on the first request or later", arguments: [0, 1, 5])
    func lasting(number: Int) async {
        let bench = PollBench()
        let outcome = await bench.wait { asked, _ in asked < number ? Self.pending : .failure(.lasting) }
        #expect(outcome.word == "failed lasting")
        #expect(bench.polls.count == number + 1)
    }

    @Test("A deadline that comes while asking fails tells the last fault")
    func timedOutFailing() async {
        let bench = PollBench()
        let outcome = await bench.wait(within: .seconds(10)) { _, _ in .failure(.passing) }
        #expect(outcome.word == "timed out passing")
        #expect(bench.polls.last == .seconds(10))
    }

    @Test("A last request that fails for good is told as that")
    func lastingAtDeadline() async {
        let bench = PollBench()
        let outcome = await bench.wait(within: .seconds(2)) { _, now in
            now < .seconds(2) ? Self.pending : .failure(.lasting)
        }
        #expect(outcome.word == "failed lasting")
    }

    @Test("A slow request that outlasts the deadline is the last one")
    func slowRequest() async {
        let bench = PollBench()
        let outcome = await bench.wait(within: .seconds(2)) { [clock = bench.clock] _, _ in
            try? await clock.timeSource.sleep(for: .seconds(5))
            return Self.pending
        }
        #expect(outcome.word == "timed out")
        #expect(bench.polls == [.zero])
    }

    @Test("Cancelling the wait ends it at once")
    func cancelledWaiting() async throws {
        let bench = PollBench(mode: .stepping)
        let task = Task { await bench.wait { _, _ in Self.pending }.word }
        try await bench.clock.waitForSleepers()
        task.cancel()
        #expect(await task.value == "cancelled")
        #expect(bench.polls == [.zero])
        #expect(bench.clock.sleepers == 0)
    }

    @Test("Cancelling a request ends the wait, whatever fault the request makes of it", arguments: [true, false])
    func cancelledAsking(passing: Bool) async throws {
        let bench = PollBench(mode: .stepping)
        let task = Task {
            await bench.wait { [clock = bench.clock] _, _ in
                try? await clock.timeSource.sleep(for: .seconds(5))
                return .failure(passing ? .passing : .lasting)
            }.word
        }
        try await bench.clock.waitForSleepers()
        task.cancel()
        #expect(await task.value == "cancelled")
        #expect(bench.polls.count == 1)
    }

    @Test("An answer that comes although the task was cancelled is not thrown away")
    func cancelledButFinished() async throws {
        let bench = PollBench(mode: .stepping)
        let task = Task {
            await bench.wait { [clock = bench.clock] _, _ in
                try? await clock.timeSource.sleep(for: .seconds(5))
                return .success(.finished("done"))
            }.word
        }
        try await bench.clock.waitForSleepers()
        task.cancel()
        #expect(await task.value == "finished done")
    }

    @Test("A task that is cancelled already asks nothing")
    func cancelledAlready() async {
        let bench = PollBench()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await bench.wait { _, _ in Self.pending }.word
        }
        #expect(await task.value == "cancelled")
        #expect(bench.polls.isEmpty)
    }
}
