import ParseRetry
import Testing

@Suite("PollLoop, many clients")
struct PollJitterTests {
    @Test("B20 A thousand clients that start together come back spread evenly", arguments: [1, 2, 3] as [UInt64])
    func b20_spread(seed: UInt64) async {
        let random = RandomSource.seeded(seed)
        var arrivals: [Double] = []
        for _ in 0..<1_000 {
            let bench = PollBench(random: random)
            let outcome = await bench.wait { number, _ in
                number < 1 ? .success(.pending(serverDelay: nil)) : .success(.finished("done"))
            }
            #expect(outcome.word == "finished done" && bench.polls.count == 2)
            arrivals.append(bench.polls[1] / .seconds(1))
        }
        arrivals.sort()
        #expect(arrivals.allSatisfy { (0.4...0.6).contains($0) })
        // Kolmogorov and Smirnov's distance from the even spread; beyond this it would be chance once in a hundred times.
        let distance = arrivals.enumerated().map { index, arrival in
            let share = (arrival - 0.4) / 0.2
            return max(abs(share - Double(index) / 1_000), abs(share - Double(index + 1) / 1_000))
        }.max()
        #expect(distance ?? 1 < 1.63 / 1_000.0.squareRoot())
        let buckets = Dictionary(grouping: arrivals) { Int(($0 - 0.4) / 0.025) }
        #expect(buckets.values.allSatisfy { $0.count <= 160 })
    }
}
