import ParseRetry
import ParseTransport
import Testing

@Suite("CircuitBreaker")
struct CircuitBreakerTests {
    private var breaker = CircuitBreaker()
    private var now = Duration.zero

    /// Lets one request pass and end at once.
    private mutating func pass(
        _ outcome: CircuitBreaker.Outcome,
        of call: CallID = CallID(),
        random: RandomSource = .constant(1)
    ) {
        guard case .admitted(let permit) = breaker.admit(call, at: now) else {
            Issue.record("A request was refused at \(now).")
            return
        }
        breaker.record(outcome, of: permit, at: now, random: random)
    }

    private var state: CircuitBreaker.State { breaker.state(at: now) }

    /// Opens a closed circuit for five seconds.
    private mutating func open() {
        for _ in 0..<5 { pass(.failure) }
    }

    @Test("E23 Five failures over two calls open it, two probes that succeed close it")
    mutating func e23_row() {
        let (first, second) = (CallID(), CallID())
        for _ in 0..<4 { pass(.failure, of: first) }
        #expect(state == .closed)
        pass(.failure, of: second)
        #expect(state == .open(until: .seconds(5)))
        #expect(breaker.admit(first, at: now) == .refused(until: .seconds(5)))
        now = .seconds(5)
        #expect(state == .halfOpen)
        pass(.success)
        #expect(state == .halfOpen)
        pass(.success)
        #expect(state == .closed)
        for _ in 0..<4 { pass(.failure) }
        #expect(state == .closed)
    }

    @Test(
        "E23 However often one call fails, it alone opens nothing; another call's failure does", arguments: [5, 6, 19])
    mutating func e23_oneCall(count: Int) {
        let call = CallID()
        for _ in 0..<count { pass(.failure, of: call) }
        #expect(state == .closed)
        pass(.failure)
        #expect(state == .open(until: .seconds(5)))
    }

    @Test("E23 A success between them begins the count anew, what says nothing does not")
    mutating func e23_inARow() {
        for _ in 0..<4 { pass(.failure) }
        pass(.success)
        for _ in 0..<4 { pass(.failure) }
        pass(.neutral)
        #expect(state == .closed)
        pass(.failure)
        #expect(state == .open(until: .seconds(5)))
    }

    @Test("E23 Failures count for thirty seconds")
    mutating func e23_window() {
        for second in [0, 8, 16, 24, 30] {
            now = .seconds(second)
            pass(.failure)
        }
        #expect(state == .closed)
        now = .seconds(37)
        pass(.failure)
        #expect(state == .open(until: .seconds(42)))
    }

    @Test("E23 Half of twenty requests that fail open it, of nineteen they do not")
    mutating func e23_ratio() {
        for number in 0..<18 { pass(number.isMultiple(of: 2) ? .failure : .success) }
        pass(.success)
        #expect(state == .closed)
        pass(.failure)
        #expect(state == .open(until: .seconds(5)))
    }

    @Test("E23 Less than half of any number does not")
    mutating func e23_lowRatio() {
        for number in 0..<1_000 { pass(number % 5 < 2 ? .failure : .success) }
        #expect(state == .closed)
    }

    @Test("E23 Each failed probe doubles the time, up to a minute; closing begins with five seconds again")
    mutating func e23_doubling() {
        open()
        for seconds in [5, 10, 20, 40, 60, 60] {
            #expect(state == .open(until: now + .seconds(seconds)))
            now += .seconds(seconds)
            pass(.success)
            pass(.failure)
        }
        now += .seconds(60)
        pass(.success)
        pass(.success)
        open()
        #expect(state == .open(until: now + .seconds(5)))
    }

    @Test("E23 Half of the time is left to chance", arguments: [(0.0, 2_500), (0.5, 3_750), (1, 5_000)])
    mutating func e23_jitter(unit: Double, milliseconds: Int) {
        for _ in 0..<5 { pass(.failure, random: .constant(unit)) }
        #expect(state == .open(until: .milliseconds(milliseconds)))
    }

    @Test("E23 Half open, one request passes at a time, and one that tells nothing makes room for the next")
    mutating func e23_oneProbe() {
        open()
        now = .seconds(5)
        for _ in 0..<3 {
            guard case .admitted(let probe) = breaker.admit(CallID(), at: now) else {
                Issue.record("There is no probe.")
                return
            }
            #expect(breaker.admit(CallID(), at: now) == .refused(until: nil))
            breaker.record(.neutral, of: probe, at: now, random: .constant(1))
        }
        pass(.success)
        #expect(state == .halfOpen)
        pass(.success)
        #expect(state == .closed)
    }

    @Test("E23 What began before the circuit turned says nothing afterwards")
    mutating func e23_late() {
        guard case .admitted(let early) = breaker.admit(CallID(), at: now),
            case .admitted(let other) = breaker.admit(CallID(), at: now)
        else {
            Issue.record("A closed circuit refused.")
            return
        }
        open()
        breaker.record(.success, of: early, at: now, random: .constant(1))
        #expect(state == .open(until: .seconds(5)))
        now = .seconds(5)
        guard case .admitted(let probe) = breaker.admit(CallID(), at: now) else {
            Issue.record("There is no probe.")
            return
        }
        breaker.record(.failure, of: other, at: now, random: .constant(1))
        #expect(state == .halfOpen)
        breaker.record(.success, of: probe, at: now, random: .constant(1))
        breaker.record(.success, of: probe, at: now, random: .constant(1))
        #expect(state == .halfOpen, "A probe counts once.")
    }

    @Test("E23 Nor does it once the circuit has closed again")
    mutating func e23_tooLate() {
        var early: [CircuitBreaker.Permit] = []
        for _ in 0..<4 {
            if case .admitted(let permit) = breaker.admit(CallID(), at: now) { early.append(permit) }
        }
        open()
        now = .seconds(5)
        pass(.success)
        pass(.success)
        for permit in early { breaker.record(.failure, of: permit, at: now, random: .constant(1)) }
        for _ in 0..<4 { pass(.failure) }
        #expect(early.count == 4)
        #expect(state == .closed)
    }

    @Test("Numbers below all sense open it at the first failure and close it at the first success, at once")
    mutating func tooSmall() {
        breaker = CircuitBreaker(
            configuration: .init(
                window: .seconds(-1), consecutiveFailures: .min, minimumCalls: .min, minimumRequests: .min,
                failureRatio: -.infinity, firstOpenTime: .seconds(-1), longestOpenTime: .seconds(-1),
                probesToClose: .min
            ))
        pass(.neutral)
        pass(.success)
        #expect(state == .closed)
        pass(.failure)
        #expect(state == .halfOpen)
        pass(.failure)
        #expect(state == .halfOpen)
        pass(.success)
        #expect(state == .closed)
    }

    @Test("Numbers beyond all sense neither trap nor open it")
    mutating func tooLarge() {
        breaker = CircuitBreaker(
            configuration: .init(
                window: .seconds(Int64.max), consecutiveFailures: .max, minimumCalls: .max, minimumRequests: .max,
                failureRatio: .nan, firstOpenTime: .seconds(Int64.max), longestOpenTime: .seconds(Int64.max),
                probesToClose: .max
            ))
        for second in [0, 1, Int64.max] {
            now = .seconds(second)
            for _ in 0..<10 { pass(.failure) }
        }
        #expect(state == .closed)
        breaker = CircuitBreaker(
            configuration: .init(firstOpenTime: .seconds(Int64.max), longestOpenTime: .seconds(Int64.max)))
        open()
        #expect(state == .open(until: now + .seconds(1_000_000_000)))
    }
}
