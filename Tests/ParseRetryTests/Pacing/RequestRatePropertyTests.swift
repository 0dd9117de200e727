import ParseRetry
import ParseTesting
import Testing

@Suite("RequestRate, whoever comes and goes")
struct RequestRatePropertyTests {
    @Test(
        "No second has more turns, nobody is passed over, and whoever is cancelled leaves nothing",
        arguments: 1...60 as ClosedRange<UInt64>)
    func invariants(seed: UInt64) {
        let random = RandomSource.seeded(seed)
        func draw(_ range: ClosedRange<Double>) -> Int { Int(random.number(in: range)) }
        let bench = RateBench(perSecond: draw(1...12))
        let plans = (0..<80).map { _ in
            (arrives: draw(0...6_000), isCancelled: draw(0...3.99) == 0, after: draw(0...4_000))
        }
        let ended = bench.run {
            await withTaskGroup(of: Void.self) { group in
                for (name, plan) in plans.enumerated() {
                    group.addTask {
                        let time = bench.clock.timeSource
                        try? await time.sleep(for: .milliseconds(plan.arrives))
                        await withTaskGroup(of: Void.self) { waiting in
                            waiting.addTask { await bench.turn(name) }
                            if plan.isCancelled {
                                waiting.addTask {
                                    try? await time.sleep(for: .milliseconds(plan.after))
                                }
                            }
                            _ = await waiting.next()
                            waiting.cancelAll()
                        }
                    }
                }
            }
        }
        #expect(ended && bench.mostInASecond <= bench.rate.perSecond)
        #expect(bench.rate.waiting == 0 && bench.clock.waiters == 0)
        let had = Set(bench.names)
        #expect(had.count == bench.names.count)
        #expect(plans.indices.allSatisfy { had.contains($0) || plans[$0].isCancelled })
        // Whoever came in another millisecond has its turn in that order.
        let arrivals = bench.names.map { plans[$0].arrives }
        #expect(arrivals == arrivals.sorted())
    }

    @Test("B13 Five hundred that poll at ten a second are served in turn, none more than half as often again")
    func b13_fairTurns() {
        let bench = RateBench(perSecond: 10)
        let time = bench.clock.timeSource
        let random = RandomSource.seeded(13)
        let ended = bench.run {
            await withTaskGroup(of: Void.self) { group in
                for name in 0..<500 {
                    group.addTask {
                        let loop = PollLoop(schedule: .standard, time: time, random: random)
                        _ = await loop.run(before: Deadline(after: .seconds(300), on: time), mayPass: { _ in false }) {
                            (_) async throws(PollBench.Fault) -> PollStep<String> in
                            await bench.turn(name)
                            return .pending(serverDelay: nil)
                        }
                    }
                }
            }
        }
        #expect(ended && bench.mostInASecond == 10)
        // What comes after the deadline is each one's last look, in turn as well.
        let counts = Dictionary(grouping: bench.names, by: \.self).mapValues(\.count)
        #expect(counts.count == 500)
        #expect(Double(counts.values.max() ?? 0) <= 1.5 * Double(counts.values.min() ?? 0))
        // Ten a second without a pause, and not one look more than the line let through.
        #expect(bench.times.count >= 3_000)
        #expect(zip(bench.times, bench.times.dropFirst()).allSatisfy { $1 - $0 <= .seconds(1) })
    }
}
