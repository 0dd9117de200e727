import ParseTesting
import Testing

@testable import ParseKit

@Suite("Waiting for many runs, by the rate")
struct PollRateTests {
    @Test("B13 Five hundred runs keep to ten looks in any second, and none is looked at half as often again as another")
    func b13_rateAndFairness() async throws {
        let bench = try WaitBench { $0.pollRate = 10 }
        let ids = (0..<500).map { "pr_\($0)" }
        for id in ids { bench.add(id) }
        let task = Task { [client = bench.client] in
            for await _ in client.waitForParseRuns(ids, timeout: nil) {}
        }
        while bench.clock.now.offset < .seconds(160) {
            while !bench.isQuiet(500) { await Task.yield() }
            bench.clock.advanceToNextSleeper()
        }
        task.cancel()
        #expect(bench.clock.sleepers == 0 && bench.client.polls.rate?.waiting == 0)
        let times = bench.times
        #expect(mostInASecond(times) == 10)
        #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 <= .seconds(1) })
        let counts = Dictionary(grouping: bench.ids, by: \.self).mapValues(\.count)
        #expect(counts.count == 500)
        #expect(Double(counts.values.max() ?? 0) <= 1.5 * Double(counts.values.min() ?? 0))
        await task.value
    }

    @Test(
        "The rate is eight, unless it is set; no rate is no limit",
        arguments: [(8, 8), (2, 2), (nil, 20)] as [(Int?, Int)])
    func setting(rate: Int?, most: Int) async throws {
        #expect(ParseClientConfiguration().pollRate == 8)
        let bench = try WaitBench { $0.pollRate = rate }
        let ids = (0..<20).map { "pr_\($0)" }
        for id in ids { bench.add(id, .init(.processed, at: .zero)) }
        let task = Task { [client = bench.client] in
            var count = 0
            for await ending in client.waitForParseRuns(ids, timeout: nil) where ending.run != nil { count += 1 }
            return count
        }
        while bench.times.count < 20 {
            // Every one has been asked for or stands in line, and the first in line is asleep.
            let isQuiet = bench.clock.sleepers == 1 && bench.times.count + (bench.client.polls.rate?.waiting ?? 0) == 20
            if isQuiet { bench.clock.advanceToNextSleeper() } else { await Task.yield() }
        }
        #expect(await task.value == 20)
        #expect(mostInASecond(bench.times) == most)
        #expect(bench.times.count == 20)
    }

    @Test("A turn that does not come keeps nobody longer than a last look might take")
    func noTurn() async throws {
        let bench = try WaitBench(.jumping) { $0.pollRate = 1 }
        let ids = (0..<6).map { "pr_\($0)" }
        for id in ids { bench.add(id) }
        var waited: [Double] = []
        for await ending in bench.client.waitForParseRuns(ids, timeout: .milliseconds(100)) {
            #expect(ending.error?.code == .timedOut)
            waited.append(ending.error?.handle?.secondsWaited ?? .infinity)
        }
        #expect(waited.count == 6 && waited.allSatisfy { (0.1...2.1).contains($0) })
        #expect(bench.client.polls.runs == 0 && bench.client.polls.rate?.waiting == 0 && bench.clock.sleepers == 0)
    }

    /// The most of some instants from any of them to a second later, which is not counted any more.
    private func mostInASecond(_ times: [Duration]) -> Int {
        times.indices.map { first in times[first...].prefix { $0 < times[first] + .seconds(1) }.count }.max() ?? 0
    }
}

extension WaitBench {
    /// Whether every run either rests or stands in line, and the first in line is asleep.
    fileprivate func isQuiet(_ runs: Int) -> Bool {
        let waiting = client.polls.rate?.waiting ?? 0
        return clock.sleepers + waiting == runs + (waiting > 0 ? 1 : 0)
    }
}
