import ParseRetry
import ParseTesting
import ParseTransport
import Testing

@Suite("HedgingTransport, and what it learns")
struct HedgingLearningTests {
    private static func answer(_ status: Int, after milliseconds: Double) -> MockExchange {
        MockExchange(answer: .response(status: status), after: .milliseconds(milliseconds))
    }

    /// A transport that goes by the last call alone.
    private func bench(initialDelay: Duration?) -> HedgingBench {
        HedgingBench(
            configuration: .init(samples: 1, minimumSamples: 1, initialDelay: initialDelay, maximumShare: 1)
        )
    }

    @Test("E24 A first request that was cut off counts with the time it had taken", arguments: [(129.5, 1), (131, 2)])
    func e24_cutOff(milliseconds: Double, requests: Int) async throws {
        let bench = bench(initialDelay: .milliseconds(100))
        bench.mock.expect(Self.answer(200, after: 2_000), Self.answer(206, after: 30))
        let call = try await bench.begin()
        bench.clock.advance(by: .milliseconds(100))
        try await bench.clock.waitForSleepers(2)
        bench.clock.advance(by: .milliseconds(30))
        #expect(try await call.value.status == 206)

        bench.mock.expect(Self.answer(200, after: milliseconds), Self.answer(206, after: 0))
        if requests == 1 {
            #expect(try await bench.send(takes: .milliseconds(milliseconds)).status == 200)
        } else {
            let rest = Duration.milliseconds(milliseconds - 130)
            #expect(try await bench.requestsOfALateCall(after: .milliseconds(130), answeredAfter: rest) == 2)
        }
        #expect(bench.mock.requests.count == 2 + requests)
    }

    @Test("E24 A failure says nothing about how long answers take, however quick", arguments: [404, 503, 0])
    func e24_failure(status: Int) async throws {
        let fault = TransportError(.connectionRefused, phase: .notSent, message: "Refused.")
        let bench = bench(initialDelay: nil)
        bench.mock.expect(
            MockExchange(
                answer: status == 0 ? .failure(fault) : .response(status: status), after: .milliseconds(1)
            ),
            Self.answer(200, after: 20_000)
        )
        _ = try? await bench.send(takes: .milliseconds(1))
        #expect(try await bench.send(takes: .seconds(20)).status == 200)
        try bench.mock.verify()
    }

    @Test("E24 Copies share what they learn, origins do not")
    func e24_shared() async throws {
        let bench = bench(initialDelay: nil)
        bench.mock.expect(Self.answer(200, after: 100), Self.answer(200, after: 20_000), Self.answer(200, after: 2_000))
        #expect(try await bench.send(takes: .milliseconds(100)).status == 200)
        let elsewhere = try await bench.begin(SecretRequest.get())
        bench.clock.advance(by: .seconds(20))
        #expect(try await elsewhere.value.status == 200)

        bench.mock.expect(Self.answer(206, after: 0))
        let (copy, request) = (bench.transport, try HedgingBench.request())
        let call = Task { try await copy.send(request) }
        try await bench.clock.waitForSleepers()
        bench.clock.advance(by: .milliseconds(100))
        #expect(try await call.value.status == 206)
    }

    @Test("E24 Over a circuit that lets one request probe, the second is refused and the first decides")
    func e24_overBreaker() async throws {
        let breaking = BreakerBench(
            Array(repeating: Self.answer(500, after: 0), count: 5) + [Self.answer(200, after: 200)]
        )
        _ = try await breaking.send(times: 5)
        breaking.clock.advance(by: .seconds(5))
        let recorded = RecordedTransport(breaking.transport)
        let hedging = HedgingTransport(
            recorded,
            configuration: .init(initialDelay: .milliseconds(100), maximumShare: 1),
            time: breaking.clock.timeSource
        )
        let request = try BreakerBench.request()
        let call = Task { try await hedging.send(request) }
        try await breaking.clock.waitForSleepers()
        breaking.clock.advance(by: .milliseconds(100))
        await recorded.waitForEnding()
        breaking.clock.advance(by: .milliseconds(100))
        #expect(try await call.value.status == 200)
        #expect(recorded.endings == ["circuitOpen", "200"])
    }
}
