import ParseRetry
import ParseTesting
import Testing

@Suite("RequestPacer, whoever comes and goes")
struct RequestPacerPropertyTests {
    @Test(
        "Behind a pause no second has more than its rate, nobody is passed over, and whoever is cancelled leaves nothing",
        arguments: 1...60 as ClosedRange<UInt64>)
    func invariants(seed: UInt64) throws {
        let random = RandomSource.seeded(seed)
        func draw(_ range: ClosedRange<Double>) -> Int { Int(random.number(in: range)) }
        let pause = draw(500...3_000)
        let spacing = draw(20...300)
        let longer = draw(0...3) == 0 ? pause + draw(0...3_000) : pause
        let bench = try PacerBench(pausedFor: .milliseconds(pause), spacing: .milliseconds(spacing))
        let plans = (0..<60).map { _ in
            (arrives: draw(0...Double(pause)), isCancelled: draw(0...2.99) == 0, after: draw(0...4_000))
        }
        let ended = bench.run {
            await withTaskGroup(of: Void.self) { group in
                let time = bench.clock.timeSource
                group.addTask {
                    try? await time.sleep(for: .milliseconds(pause / 2))
                    try? bench.hold(until: .milliseconds(longer))
                }
                for (name, plan) in plans.enumerated() {
                    group.addTask {
                        try? await time.sleep(for: .milliseconds(plan.arrives))
                        await withTaskGroup(of: Void.self) { waiting in
                            waiting.addTask { await bench.call(name) }
                            if plan.isCancelled {
                                waiting.addTask { try? await time.sleep(for: .milliseconds(plan.after)) }
                            }
                            _ = await waiting.next()
                            waiting.cancelAll()
                        }
                    }
                }
            }
        }
        #expect(ended && bench.clock.waiters == 0)
        #expect(RateBench.mostInASecond(bench.times) <= 1_000 / spacing + 1)
        // From the pause's end one after the other, without a gap.
        #expect(bench.times == bench.times.indices.map { .milliseconds(longer + $0 * spacing) })
        let had = Set(bench.names)
        #expect(had.count == bench.names.count)
        #expect(plans.indices.allSatisfy { had.contains($0) || plans[$0].isCancelled })
        // Whoever came in another millisecond has its turn in that order.
        let arrivals = bench.names.map { plans[$0].arrives }
        #expect(arrivals == arrivals.sorted())
    }
}
