import ParseRetry
import ParseTesting
import ParseTransport
import Testing

@Suite("HedgingTransport, when it holds back")
struct HedgingRestraintTests {
    private static let slow = MockExchange(answer: .response(status: 200), after: .seconds(2))
    private static let quick = MockExchange(answer: .response(status: 206))

    private static func answer(_ status: Int, _ headers: HeaderFields) -> MockExchange {
        MockExchange(answer: .response(status: status, headers: headers), after: .milliseconds(1))
    }

    @Test("E24 Of forty calls in a minute that are all late, two get a second request")
    func e24_share() async throws {
        let delay = Duration.milliseconds(100)
        let bench = HedgingBench(configuration: .init(minimumSamples: 256, initialDelay: delay))
        for number in 1...40 {
            let isHedged = number == 20 || number == 40
            bench.mock.expect(MockExchange(answer: .response(status: 200), after: delay * 2))
            if isHedged { bench.mock.expect(Self.quick) }
            let requests = try await bench.requestsOfALateCall(after: delay, answeredAfter: delay)
            #expect(requests == (isHedged ? 2 : 1), "call \(number)")
        }
        try bench.mock.verify()
    }

    @Test("E25 No second request with half of the budget's tokens or less", arguments: [(49, 2), (50, 1), (100, 1)])
    func e25_tokens(withdrawals: Int, requests: Int) async throws {
        let budget = RetryBudget(configuration: .init(refillPerSecond: 0))
        for _ in 0..<withdrawals { _ = budget.withdraw(for: .throttled, to: HedgingBench.origin, at: .zero) }
        #expect(budget.tokens(for: HedgingBench.origin, at: .zero) == 500 - 5 * withdrawals)
        let bench = try await HedgingBench.warm(
            [Self.slow, Self.quick],
            configuration: .init(mayHedge: budget.isMoreThanHalfFull)
        )
        let sent = try await bench.requestsOfALateCall(after: .milliseconds(100), answeredAfter: .seconds(2))
        #expect(sent == requests)
    }

    @Test(
        "E25 No second request after a 429 or a Retry-After, for as long as it says",
        arguments: [
            (answer(429, [:]), 10.0), (answer(429, ["Retry-After": "60"]), 60.0),
            (answer(503, ["Retry-After": "20"]), 20.0),
            (answer(200, ["Retry-After-Ms": "2500"]), 2.5),
        ])
    func e25_throttling(answer: MockExchange, seconds: Double) async throws {
        let delay = Duration.milliseconds(100)
        let bench = try await HedgingBench.warm(
            [answer, Self.slow, Self.slow, Self.quick],
            configuration: .init(maximumShare: 1)
        )
        #expect(try await bench.send(takes: .milliseconds(1)).status != 204)
        // The next call is late a millisecond before the time is over.
        bench.clock.advance(by: .seconds(seconds) - delay - .milliseconds(1))
        #expect(try await bench.requestsOfALateCall(after: delay, answeredAfter: .seconds(2)) == 1)
        #expect(try await bench.requestsOfALateCall(after: delay, answeredAfter: .seconds(2)) == 2)
        try bench.mock.verify()
    }

    @Test("E25 A 429 to a request that is never sent twice counts as well, one of another origin does not")
    func e25_otherRequests() async throws {
        let bench = try await HedgingBench.warm(
            [Self.answer(429, [:]), Self.slow, Self.quick],
            configuration: .init(maximumShare: 1)
        )
        var elsewhere = try HedgingBench.request()
        elsewhere.url = try SecretRequest.get().url
        let call = try await bench.begin(elsewhere)
        bench.clock.advance(by: .milliseconds(1))
        #expect(try await call.value.status == 429)
        #expect(try await bench.requestsOfALateCall(after: .milliseconds(100), answeredAfter: .seconds(2)) == 2)

        bench.mock.expect(Self.answer(429, [:]), Self.slow)
        let post = try await bench.begin(HedgingBench.request(.post))
        bench.clock.advance(by: .milliseconds(1))
        #expect(try await post.value.status == 429)
        #expect(try await bench.requestsOfALateCall(after: .milliseconds(100), answeredAfter: .seconds(2)) == 1)
        try bench.mock.verify()
    }
}
