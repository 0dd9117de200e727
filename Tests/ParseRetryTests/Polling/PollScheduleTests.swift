import ParseRetry
import Testing

@Suite("PollSchedule")
struct PollScheduleTests {
    private func delay(_ schedule: PollSchedule, _ elapsed: Duration, _ unit: Double = 0.5) -> Duration {
        schedule.delay(after: elapsed, random: .constant(unit))
    }

    @Test(
        "The wait is a twentieth of the time waited, from half a second to twenty",
        arguments: [(0, 500), (10_000, 500), (20_000, 1_000), (60_000, 3_000), (400_000, 20_000), (3_600_000, 20_000)])
    func proportional(elapsed: Int, expected: Int) {
        #expect(delay(.standard, .milliseconds(elapsed)) == .milliseconds(expected))
    }

    @Test("Jitter spreads it a fifth to either side")
    func jitter() {
        #expect(delay(.standard, .zero, 0) == .milliseconds(400))
        #expect(delay(.standard, .zero, 1) == .milliseconds(600))
        #expect(delay(.standard.with { $0.jitter = 0 }, .zero, 0) == .milliseconds(500))
    }

    @Test("Jitter beyond the whole is the whole, and never less than a millisecond is waited")
    func jitterBounds() {
        #expect(delay(.standard.with { $0.jitter = 5 }, .zero, 0) == .milliseconds(1))
        #expect(delay(.standard.with { $0.jitter = 5 }, .zero, 1) == .seconds(1))
        #expect(delay(.standard.with { $0.jitter = -5 }, .zero, 0) == .milliseconds(500))
        #expect(delay(PollSchedule(minimum: .zero, maximum: .zero), .seconds(9)) == .milliseconds(1))
        #expect(delay(PollSchedule(minimum: .seconds(-9), maximum: .seconds(-9)), .seconds(9)) == .milliseconds(1))
    }

    @Test("A minimum above the maximum wins")
    func crossedBounds() {
        #expect(delay(PollSchedule(minimum: .seconds(9), maximum: .seconds(1)), .seconds(100)) == .seconds(9))
    }

    @Test("No number traps it", arguments: [0, -1, 1e300, .nan, Double.infinity, -Double.infinity])
    func senseless(number: Double) {
        for elapsed in [Duration.zero, .seconds(1), .seconds(Int64.max / 1_000_000_000)] {
            let ratio = delay(.standard.with { $0.ratio = number }, elapsed)
            #expect(ratio >= .milliseconds(500) && ratio <= .seconds(20))
            let jitter = delay(.standard.with { $0.jitter = number }, elapsed)
            #expect(jitter >= .milliseconds(1) && jitter <= .seconds(40))
        }
    }

    @Test("Every wait keeps its bounds, seed 3")
    func bounds() {
        let random = RandomSource.seeded(3)
        let waits = (0..<10_000).map { PollSchedule.standard.delay(after: .milliseconds($0 * 100), random: random) }
        #expect(waits.allSatisfy { $0 >= .milliseconds(400) && $0 <= .seconds(24) })
    }
}
