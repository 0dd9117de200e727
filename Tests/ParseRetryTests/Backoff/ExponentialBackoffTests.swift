import ParseRetry
import Testing

@Suite("ExponentialBackoff")
struct ExponentialBackoffTests {
    private func delay(
        _ backoff: ExponentialBackoff,
        step: Int,
        cause: RetryCause = .transient,
        random: RandomSource = .constant(1)
    ) -> Duration {
        backoff.delay(after: RetryState(attempts: step &+ 1, backoffStep: step), cause: cause, random: random)
    }

    @Test("Without jitter it doubles from the base of its cause up to the cap")
    func exact() {
        let backoff = ExponentialBackoff(jitter: .none)
        let transient = (0...8).map { delay(backoff, step: $0) }
        #expect(transient == [100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000].map { .milliseconds($0) })
        let throttled = (0...5).map { delay(backoff, step: $0, cause: .throttled) }
        #expect(throttled == [1, 2, 4, 8, 10, 10].map { .seconds($0) })
    }

    @Test("A50 No number of attempts overflows it", arguments: [62, 63, 64, 10_000, Int.max - 1, Int.max])
    func a50_row(step: Int) {
        #expect(delay(ExponentialBackoff(jitter: .none), step: step) == .seconds(10))
        let endless = ExponentialBackoff(transientBase: .seconds(10), cap: .seconds(Int64.max), jitter: .none)
        #expect(delay(endless, step: step) == .seconds(Int64.max))
        #expect(delay(ExponentialBackoff(cap: .seconds(Int64.max)), step: step) <= .seconds(Int64.max))
    }

    @Test("A step below nothing is the first", arguments: [-1, Int.min])
    func negativeStep(step: Int) {
        #expect(delay(ExponentialBackoff(jitter: .none), step: step) == .milliseconds(100))
    }

    @Test("A base above the cap waits for the cap; a base or cap of nothing waits for nothing")
    func senselessBounds() {
        #expect(delay(ExponentialBackoff(transientBase: .seconds(99), jitter: .none), step: 0) == .seconds(10))
        #expect(delay(ExponentialBackoff(transientBase: .zero), step: 5) == .zero)
        #expect(delay(ExponentialBackoff(transientBase: .seconds(-1)), step: 5) == .zero)
        #expect(delay(ExponentialBackoff(cap: .zero), step: 5) == .zero)
        #expect(delay(ExponentialBackoff(cap: .seconds(-1)), step: 5) == .zero)
    }

    @Test("Jitter keeps its bounds at every step, seed 2026")
    func bounds() {
        let random = RandomSource.seeded(2026)
        for step in 0..<10_000 {
            let nominal = delay(ExponentialBackoff(jitter: .none), step: step)
            let full = delay(ExponentialBackoff(jitter: .full), step: step, random: random)
            #expect(full >= .zero && full <= nominal)
            let equal = delay(ExponentialBackoff(jitter: .equal), step: step, random: random)
            #expect(equal >= nominal / 2 && equal <= nominal)
        }
    }

    @Test("Jitter at its ends is exact")
    func ends() {
        #expect(delay(ExponentialBackoff(), step: 3, random: .constant(0)) == .zero)
        #expect(delay(ExponentialBackoff(), step: 3, random: .constant(1)) == .milliseconds(800))
        #expect(delay(ExponentialBackoff(jitter: .equal), step: 3, random: .constant(0)) == .milliseconds(400))
        #expect(delay(ExponentialBackoff(jitter: .equal), step: 3, random: .constant(1)) == .milliseconds(800))
    }

    @Test(
        "A random source that breaks its promise leaves the bounds alone",
        arguments: [-1, 2, .nan, Double.infinity, -Double.infinity])
    func brokenRandom(unit: Double) {
        let wait = delay(ExponentialBackoff(), step: 3, random: RandomSource { unit })
        #expect(wait >= .zero && wait <= .milliseconds(800))
    }

    @Test("The mean is half of the nominal wait with full jitter, three quarters with equal, seed 7")
    func mean() {
        let count = 100_000
        for (jitter, share) in [(ExponentialBackoff.Jitter.full, 0.5), (.equal, 0.75)] {
            let random = RandomSource.seeded(7)
            let backoff = ExponentialBackoff(jitter: jitter)
            let sum = (0..<count).reduce(Duration.zero) { sum, _ in sum + delay(backoff, step: 3, random: random) }
            let mean = sum / .milliseconds(800) / Double(count)
            #expect(abs(mean - share) < share * 0.02)
        }
    }

    @Test("Decorrelated waits lie between the base and three times the wait before, seed 3")
    func decorrelated() {
        let random = RandomSource.seeded(3)
        let backoff = ExponentialBackoff(jitter: .decorrelated)
        var last = Duration.zero
        for step in 0..<10_000 {
            let state = RetryState(attempts: step + 1, backoffStep: step % 50, lastDelay: last)
            let wait = backoff.delay(after: state, cause: .transient, random: random)
            let before = step % 50 == 0 ? .milliseconds(100) : max(.milliseconds(100), last)
            #expect(wait >= .milliseconds(100) && wait <= min(.seconds(10), before * 3))
            last = wait
        }
        let endless = ExponentialBackoff(cap: .seconds(Int64.max), jitter: .decorrelated)
        let state = RetryState(attempts: 9, lastDelay: .seconds(Int64.max))
        #expect(endless.delay(after: state, cause: .transient, random: .constant(1)) == .seconds(Int64.max))
    }

    @Test("Waits are reckoned in integers: the whole is the whole, and half of it is half, however long")
    func integers() {
        for seconds in [1, 3, 1_000_000_007, Int64.max] {
            let backoff = ExponentialBackoff(
                transientBase: .seconds(seconds), cap: .seconds(Int64.max), jitter: .full)
            #expect(delay(backoff, step: 0, random: .constant(1)) == .seconds(seconds))
            #expect(delay(backoff, step: 0, random: .constant(0.5)) == .seconds(seconds) / 2)
        }
    }
}
