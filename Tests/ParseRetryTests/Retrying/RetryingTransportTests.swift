import ParseRetry
import ParseTesting
import ParseTransport
import Testing

@Suite("RetryingTransport")
struct RetryingTransportTests {
    @Test("It is a transport: send gives the last response or throws the last fault")
    func send() async throws {
        let bench = RetryBench(statuses: [500, 201])
        #expect(try await bench.transport.send(RetryBench.request()).status == 201)
        let fault = TransportError(.hostNotFound, phase: .notSent, message: "No such host.")
        let failing = RetryBench(Array(repeating: MockExchange(answer: .failure(fault)), count: 4))
        await #expect(throws: fault) { try await failing.transport.send(RetryBench.request()) }
        try failing.mock.verify()
    }

    @Test("It claims what the decorated transport claims")
    func capabilities() {
        #expect(RetryingTransport(MockTransport(capabilities: .buffering)).capabilities == .buffering)
        #expect(RetryingTransport(MockTransport(capabilities: .streaming)).capabilities == .streaming)
    }

    @Test("The timeline counts from the call's beginning, with the service's request ids")
    func timeline() async throws {
        let bench = RetryBench([
            MockExchange(answer: .response(status: 500, headers: ["X-Extend-Request-ID": "r1"]), after: .seconds(2)),
            MockExchange(answer: .response(status: 200), after: .seconds(3)),
        ])
        bench.clock.advance(by: .seconds(100))
        let result = try await bench.perform()
        #expect(
            result.attempts == [
                AttemptRecord(
                    number: 1, delay: .zero, start: .zero, end: .seconds(2), outcome: .status(500), requestID: "r1"
                ),
                AttemptRecord(
                    number: 2, delay: .milliseconds(100), start: .milliseconds(2_100), end: .milliseconds(5_100),
                    outcome: .status(200)
                ),
            ])
    }

    @Test("Each attempt sends the same request")
    func sameRequest() async throws {
        let bench = RetryBench(statuses: [500, 500, 200])
        var request = try RetryBench.request(.put)
        request.headers["Idempotency-Key"] = "k1"
        request.body = [1, 2, 3]
        _ = try await bench.transport.perform(request)
        #expect(bench.mock.requests == [request, request, request])
    }

    @Test("An error tells the fault, the number of attempts and the limit")
    func errorDescription() {
        let fault = TransportError(.timedOut, phase: .awaitingResponse, message: "Silence.")
        let record = AttemptRecord(number: 1, delay: .zero, start: .zero, end: .seconds(1), outcome: .fault(fault))
        #expect(
            RetryError(fault: fault, attempts: [record], limit: .budget).description
                == "timedOut (awaitingResponse): Silence. (attempts: 1, ended by the budget limit)")
        #expect(
            RetryError(fault: fault, attempts: []).description
                == "timedOut (awaitingResponse): Silence. (attempts: 0)")
        #expect(record.description == "#1 after 0.0 seconds: timedOut at 1.0 seconds")
    }

    @Test("A request that no transport can send is not repeated")
    func invalidRequest() async throws {
        let bench = RetryBench(statuses: [200])
        var request = try RetryBench.request()
        request.headers["Authorization"] = "Bearer a\r\nb"
        let error = await #expect(throws: RetryError.self) { try await bench.transport.perform(request) }
        #expect(error?.fault.kind == .invalidRequest)
        #expect(error?.attempts.count == 1)
        #expect(bench.budget.trace.isEmpty)
    }

    @Test("The same seed gives the same timeline")
    func seeded() async throws {
        func delays(_ seed: UInt64) async throws -> [Duration] {
            var bench = RetryBench(statuses: [500, 429, 503, 200])
            bench.random = .seeded(seed)
            return try await bench.perform().attempts.delays
        }
        #expect(try await delays(5) == delays(5))
        #expect(try await delays(5) != delays(6))
    }

    @Test("On the system's clock the longest of timeouts and deadlines are no trap", arguments: [3_600, Int64.max])
    func systemClock(seconds: Int64) async throws {
        let transport = RetryingTransport(
            MockTransport([MockExchange(answer: .response(status: 200))]),
            configuration: RetryConfiguration(attemptTimeout: .seconds(seconds))
        )
        let deadline = Deadline(after: .seconds(seconds), on: .system)
        #expect(try await transport.perform(RetryBench.request(), before: deadline).response.status == 200)
    }

    @Test("A copy of a configuration changes alone")
    func configuration() {
        let standard = RetryConfiguration()
        let changed = standard.with { $0.errorBodyLimit = 1 }
        #expect(standard.errorBodyLimit == 65_536)
        #expect(changed.errorBodyLimit == 1)
        #expect(changed.attemptTimeout == .seconds(60))
        #expect(changed.maximumServerDelay == .seconds(120))
    }
}
