import ParseRetry
import ParseTransport
import Testing

@Suite("LimitedAttempts and LimitedTime")
struct RetryLimitsTests {
    private static let passing = RetryFailure.response(ResponseHead(status: 500), .none)
    private static let lasting = RetryFailure.response(ResponseHead(status: 404), .none)

    @Test("The attempts are counted with the first", arguments: [(1, true), (2, true), (3, false), (4, false)])
    func attempts(made: Int, isRetried: Bool) {
        let decision = StandardRetryPolicy().limitingAttempts(to: 3)
            .decision(for: Self.passing, in: RetryState(attempts: made))
        #expect(decision == (isRetried ? .retry(.transient) : .exhausted(.attempts)))
    }

    @Test("A limit below one counts as one", arguments: [0, -1, Int.min])
    func senselessLimit(limit: Int) {
        let policy = StandardRetryPolicy().limitingAttempts(to: limit)
        #expect(policy.limit == 1)
        #expect(policy.decision(for: Self.passing, in: RetryState(attempts: 1)) == .exhausted(.attempts))
    }

    @Test("The time is counted from the first attempt", arguments: [(0, true), (59, true), (60, false), (61, false)])
    func time(elapsed: Int, isRetried: Bool) {
        let decision = StandardRetryPolicy().limitingTime(to: .seconds(60))
            .decision(for: Self.passing, in: RetryState(attempts: 1, elapsed: .seconds(elapsed)))
        #expect(decision == (isRetried ? .retry(.transient) : .exhausted(.elapsedTime)))
    }

    @Test("What is permanent stays so: a limit gives no reason where there was none")
    func permanent() {
        let policy = StandardRetryPolicy().limitingAttempts(to: 1).limitingTime(to: .zero)
        #expect(policy.decision(for: Self.lasting, in: RetryState(attempts: 9, elapsed: .seconds(9))) == .permanent)
    }

    @Test("Of two limits the inner one gives the reason")
    func nested() {
        let state = RetryState(attempts: 9, elapsed: .seconds(9))
        let attemptsFirst = StandardRetryPolicy().limitingAttempts(to: 2).limitingTime(to: .seconds(1))
        #expect(attemptsFirst.decision(for: Self.passing, in: state) == .exhausted(.attempts))
        let timeFirst = StandardRetryPolicy().limitingTime(to: .seconds(1)).limitingAttempts(to: 2)
        #expect(timeFirst.decision(for: Self.passing, in: state) == .exhausted(.elapsedTime))
    }

    @Test("A state begins its backoff one below its attempts, and never below nothing")
    func state() {
        #expect(RetryState(attempts: 1).backoffStep == 0)
        #expect(RetryState(attempts: 4).backoffStep == 3)
        #expect(RetryState(attempts: 0).backoffStep == 0)
        #expect(RetryState(attempts: 4, backoffStep: 1).backoffStep == 1)
    }

    @Test("Limits are open to further names")
    func names() {
        #expect(RetryLimit(rawValue: "budget") == .budget)
        #expect(RetryLimit.serverDelay.description == "serverDelay")
    }
}
