import ParseRetry
import Testing

@Suite("CircuitBreaker, whatever happens")
struct CircuitBreakerPropertyTests {
    @Test(
        "It never opens before five failures, admits nobody while it is open, and one at a time after that",
        arguments: 1...30 as ClosedRange<UInt64>)
    func invariants(seed: UInt64) {
        let random = RandomSource.seeded(seed)
        func chance(_ share: Double) -> Bool { random.number(in: 0...1) < share }
        var breaker = CircuitBreaker()
        let calls = (0..<10).map { _ in CallID() }
        var underWay: [(permit: CircuitBreaker.Permit, turn: Int)] = []
        var turn = 0
        var now = Duration.zero
        var before = breaker.state(at: now)
        var failures = 0
        var probes: [CircuitBreaker.Permit] = []
        var successfulProbes = 0
        let illness = random.number(in: 0...1)
        for _ in 0..<1_000 {
            now += .milliseconds(Int(random.number(in: 0...(chance(0.05) ? 10_000 : 300))))
            if case .open(let until) = before, now >= until {
                (before, probes, successfulProbes) = (.halfOpen, [], 0)
                turn += 1
            }
            #expect(breaker.state(at: now) == before)
            if underWay.isEmpty || chance(0.5) {
                let call = calls[Int(random.number(in: 0...9.99))]
                switch (before, breaker.admit(call, at: now)) {
                case (.closed, .admitted(let permit)): underWay.append((permit, turn))
                case (.open(let until), .refused(let instant)): #expect(instant == until)
                case (.halfOpen, .admitted(let permit)):
                    #expect(probes.isEmpty)
                    probes = [permit]
                    underWay.append((permit, turn))
                case (.halfOpen, .refused(let instant)):
                    #expect(probes.count == 1)
                    #expect(instant == nil)
                case (let state, let admission): Issue.record("\(admission) while \(state), seed \(seed)")
                }
                continue
            }
            let (permit, began) = underWay.remove(at: Int(random.number(in: 0...0.999) * Double(underWay.count)))
            let outcome: CircuitBreaker.Outcome = chance(illness) ? .failure : chance(0.8) ? .success : .neutral
            breaker.record(outcome, of: permit, at: now, random: random)
            let after = breaker.state(at: now)
            if outcome == .failure, began == turn { failures += 1 }
            let wasProbe = probes == [permit]
            if wasProbe { probes = [] }
            switch (before, after) {
            case (.closed, .closed), (.open, .open): #expect(before == after)
            case (.closed, .open(let until)):
                #expect(failures >= 5)
                #expect((.milliseconds(2_500)...(.seconds(5))).contains(until - now))
                (failures, turn) = (0, turn + 1)
            case (.halfOpen, .open(let until)):
                #expect(wasProbe && outcome == .failure)
                #expect((.seconds(5)...(.seconds(60))).contains(until - now))
                (failures, turn) = (0, turn + 1)
            case (.halfOpen, .halfOpen): if wasProbe, outcome == .success { successfulProbes += 1 }
            case (.halfOpen, .closed):
                #expect(wasProbe && outcome == .success && successfulProbes == 1)
                (failures, turn) = (0, turn + 1)
            default: Issue.record("From \(before) to \(after), seed \(seed)")
            }
            before = after
        }
    }

    @Test("The same seed gives the same turns")
    func seeded() {
        func turns(_ seed: UInt64) -> [CircuitBreaker.State] {
            let random = RandomSource.seeded(seed)
            var breaker = CircuitBreaker()
            return (0..<300).map { second in
                if case .admitted(let permit) = breaker.admit(CallID(), at: .seconds(second)) {
                    let outcome: CircuitBreaker.Outcome = random.number(in: 0...1) < 0.7 ? .failure : .success
                    breaker.record(outcome, of: permit, at: .seconds(second), random: random)
                }
                return breaker.state(at: .seconds(second))
            }
        }
        #expect(turns(1) == turns(1))
        #expect(turns(1) != turns(2))
    }
}
