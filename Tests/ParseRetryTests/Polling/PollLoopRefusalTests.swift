import ParseRetry
import ParseTesting
import Testing

@Suite("PollLoop, refusals that ask for a wait")
struct PollLoopRefusalTests {
    private static let done = PollBench.Answer.success(.finished("done"))

    @Test("B10 What a refusal asks for is waited for")
    func waited() async {
        let bench = PollBench()
        let outcome = await bench.wait { number, _ in number == 0 ? .failure(.refused(for: 8)) : Self.done }
        #expect(outcome.word == "finished done")
        #expect(bench.polls == [.zero, .seconds(8)])
    }

    @Test("B10 One beyond the deadline ends the wait at once: nothing can be learned without knocking too early")
    func beyondDeadline() async {
        let bench = PollBench()
        let outcome = await bench.wait(within: .seconds(7)) { _, _ in .failure(.refused(for: 8)) }
        #expect(outcome.word == "timed out refused(8.0 seconds)")
        #expect(bench.polls == [.zero])
    }

    @Test("B10 One that is heeded for ten minutes only is beyond a deadline after these as well")
    func farBeyondDeadline() async {
        let bench = PollBench()
        let outcome = await bench.wait(within: .seconds(1_800)) { _, _ in .failure(.refused(for: 3_600)) }
        #expect(outcome.word.hasPrefix("timed out refused"))
        #expect(bench.polls == [.zero])
    }

    @Test("B10 A refusal for years is asked again in ten minutes")
    func years() async {
        let bench = PollBench()
        let outcome = await bench.wait { number, _ in number == 0 ? .failure(.refused(for: 1_000_000_000)) : Self.done }
        #expect(outcome.word == "finished done")
        #expect(bench.polls == [.zero, .seconds(600)])
    }

    @Test("B6 The time that a server asked to wait is none in which requests failed")
    func outsideTheWindow() async {
        let bench = PollBench()
        let outcome = await bench.wait { number, _ in number < 5 ? .failure(.refused(for: 300)) : Self.done }
        #expect(outcome.word == "finished done")
        #expect(bench.clock.now.offset == .seconds(1_500))
    }

    @Test("B6 All other time still is, also between refusals")
    func insideTheWindow() async {
        let bench = PollBench()
        let outcome = await bench.wait { number, now in
            if now >= .seconds(600) { return Self.done }
            return .failure(number.isMultiple(of: 4) ? .refused(for: 10) : .passing)
        }
        #expect(outcome.word.hasPrefix("failed"))
        #expect(bench.clock.now.offset > .seconds(60))
    }
}

extension PollBench.Fault {
    fileprivate static func refused(for seconds: Int) -> PollBench.Fault { .refused(.seconds(seconds)) }
}
