import ParseRetry
import ParseTesting
import Testing

@Suite("PollLoop, whatever the service does")
struct PollPropertyTests {
    @Test(
        "It never asks too early, nor after the deadline, and always ends",
        arguments: 1...100 as ClosedRange<UInt64>)
    func invariants(seed: UInt64) async {
        let random = RandomSource.seeded(seed)
        let asked = (0..<2_000).map { _ -> Duration? in
            random.number(in: 0...1) < 0.3 ? .milliseconds(Int(random.number(in: 0...30_000))) : nil
        }
        let fails = (0..<2_000).map { _ in random.number(in: 0...1) < 0.3 }
        let limit = Duration.milliseconds(Int(random.number(in: 0...600_000)))
        let bench = PollBench(random: random)
        let outcome = await bench.wait(within: limit) { number, _ in
            guard fails[number] else { return .success(.pending(serverDelay: asked[number])) }
            return .failure(asked[number].map { .refused($0) } ?? .passing)
        }
        #expect(outcome.word.hasPrefix("timed out") || outcome.word.hasPrefix("failed"))
        #expect(bench.clock.now.offset <= limit)
        // A refusal is never undercut, a hint only by the last look.
        for (index, gap) in bench.gaps.enumerated() where fails[index] || bench.polls[index + 1] < limit {
            #expect(gap >= asked[index] ?? .zero)
        }
        // All but the last, which comes with the deadline.
        #expect(bench.gaps.dropLast().allSatisfy { $0 >= .milliseconds(400) })
    }
}
