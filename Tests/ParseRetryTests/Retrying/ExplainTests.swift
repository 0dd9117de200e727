import ParseRetry
import Testing

@Suite("What a policy would do")
struct ExplainTests {
    @Test("Each profile rides out what its documentation says")
    func profiles() async {
        func survival(_ configuration: RetryConfiguration, _ milliseconds: Int) async -> Double {
            await configuration.explain(outage: .milliseconds(milliseconds)).survival
        }
        #expect(await survival(.none, 1) == 0)
        #expect(await survival(.interactive, 500) == 0)
        #expect(await survival(.standard, 100) > 0.9)
        #expect(await survival(.standard, 500) < 0.2)
        #expect(await survival(.batch, 1_000) == 1)
        #expect(await survival(.batch, 2_000) > 0.8)
        #expect(await RetryConfiguration.patient.explain(outage: .seconds(16)).outcome == .survives)
        #expect(await survival(.patient, 33_000) == 0)
    }

    @Test(
        "The share of survivors is what can be worked out by hand, to half a percent",
        // Of waits up to 100, 200 and 400 ms: the corners of a box that a plane cuts off.
        arguments: [(100, 47.0), (200, 41.0), (500, 7.0), (600, 1.0)]
    )
    func share(milliseconds: Int, fortyEighths: Double) async {
        let forecast = await RetryConfiguration.standard.explain(outage: .milliseconds(milliseconds))
        #expect(abs(forecast.survival - fortyEighths / 48) < 0.005)
    }

    @Test("Each of many waits is by chance, and none the same as one before")
    func manyWaits() async {
        let configuration = RetryConfiguration(
            policy: StandardRetryPolicy().limitingAttempts(to: 33),
            backoff: ExponentialBackoff(transientBase: .seconds(1), cap: .seconds(1)),
            throttle: UnlimitedRetries()
        )
        // The sum of 32 waits up to a second: 16 in the mean, 1.63 its deviation; 18 or more comes in 11 of 100.
        let forecast = await configuration.explain(outage: .seconds(18))
        #expect(abs(forecast.survival - 0.11) < 0.03)
    }

    @Test("It tells the attempts and the worst case, and says so in words")
    func attempts() async {
        let forecast = await RetryConfiguration.standard.explain(outage: .seconds(5), failingAfter: .seconds(1))
        #expect(forecast.outcome == .fails)
        #expect(forecast.longest.map(\.delay) == [0, 100, 200, 400].map { .milliseconds($0) })
        #expect(forecast.longest.last?.decision == .exhausted(.attempts))
        #expect(forecast.worstCase == .milliseconds(4_700))
        #expect(
            "\(forecast)"
                == "An outage of 5 s is not survived: 4 attempts, at most 4.7 s, ended by the attempts limit."
        )
        let none = await RetryConfiguration.standard.explain(outage: .zero)
        #expect(none.outcome == .survives && none.longest.count == 1 && none.worstCase == .zero)
    }

    @Test("A profile can be limited as it stands")
    func limited() async {
        let few = await RetryConfiguration.batch.limitingAttempts(to: 3).explain(outage: .seconds(9))
        #expect(few.longest.count == 3 && few.longest.last?.decision == .exhausted(.attempts))
        let short = await RetryConfiguration.patient.limitingTime(to: .seconds(1)).explain(outage: .seconds(90))
        #expect(short.longest.last?.decision == .exhausted(.elapsedTime))
        #expect("\(short)".hasSuffix(", ended by the elapsedTime limit."))
        let one = await RetryConfiguration.none.explain(outage: .seconds(9))
        #expect("\(one)".hasSuffix("is not survived: 1 attempt, at most 0 s, ended by the attempts limit."))
    }

    @Test("A deadline and a refused connection are heeded as they would be")
    func deadline() async {
        let forecast = await RetryConfiguration.batch.explain(outage: .seconds(2), status: 0, within: .seconds(1))
        #expect(forecast.outcome == .fails)
        #expect(forecast.longest.last?.decision == .exhausted(.deadline))
        #expect(forecast.worstCase <= .seconds(1))
    }

    @Test("Nothing of the configuration's own is used up")
    func budget() async {
        let budget = RetryBudget(configuration: .init(capacity: 14, refillPerSecond: 0))
        let configuration = RetryConfiguration(throttle: budget)
        for _ in 0..<2 { _ = await configuration.explain(outage: .seconds(9)) }
        #expect(await configuration.explain(outage: .milliseconds(1)).outcome != .fails)
    }

    @Test("An attempt that fails late is cut off by its own time, and by the deadline")
    func slowFailure() async {
        let policy = RetryConfiguration(policy: StandardRetryPolicy().limitingAttempts(to: 2))
        let forecast = await policy.explain(outage: .seconds(900), failingAfter: .seconds(600))
        #expect(forecast.longest.map(\.end) == [.seconds(60), .milliseconds(120_100)])
        let bounded = await policy.explain(outage: .seconds(900), failingAfter: .seconds(600), within: .seconds(30))
        #expect(bounded.worstCase == .seconds(30))
    }
}
