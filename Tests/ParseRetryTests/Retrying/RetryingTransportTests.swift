import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization
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
                    number: 1, delay: .zero, start: .zero, end: .seconds(2), outcome: .status(500), requestID: "r1",
                    decision: .retry(.transient)
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
        #expect(record.description == "#1 after 0 s: timedOut at 1 s")
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

    @Test(
        "A35 A kept connection that turns out to be closed is replaced at once: no wait, no price, no attempt counted")
    func a35_staleConnection() async throws {
        let stale = TransportError(
            .connectionBroken, phase: .awaitingResponse, message: "Closed.", onReusedConnection: true)
        let failed = MockExchange(answer: .response(status: 500))
        var bench = RetryBench([MockExchange(answer: .failure(stale)), failed, failed, failed, failed])
        let result = try await bench.perform()
        #expect(result.attempts.count == 5 && result.limit == .attempts)
        #expect(result.attempts.delays == [.zero, .milliseconds(100), .milliseconds(200), .milliseconds(400)])
        #expect(bench.budget.trace == [486, 472, 458])
        // Twice in a row is a failure like any other, and so is the same on a new connection (A36).
        bench = RetryBench([
            .init(answer: .failure(stale)), .init(answer: .failure(stale)), .init(answer: .response(status: 200)),
        ])
        #expect(try await bench.perform().attempts.delays == [.zero, .milliseconds(100)])
    }

    @Test("A36 The same on a new connection is an attempt that counts")
    func a36_newConnection() async throws {
        let closed = TransportError(.connectionBroken, phase: .awaitingResponse, message: "Closed.")
        let bench = RetryBench([MockExchange(answer: .failure(closed)), MockExchange(answer: .response(status: 200))])
        #expect(try await bench.perform().attempts.delays == [.milliseconds(100)])
        #expect(bench.budget.trace == [486, 500])
    }

    @Test("What happens is told while it happens")
    func events() async throws {
        let events = Mutex<[RetryEvent]>([])
        var bench = RetryBench(statuses: [500, 429, 404])
        bench.configuration.observe = { event in events.withLock { $0.append(event) } }
        let attempts = try await bench.perform().attempts
        #expect(
            events.withLock { $0 } == [
                .attempt(attempts[0]), .wait(.milliseconds(100), .transient), .attempt(attempts[1]),
                .wait(.seconds(2), .throttled), .attempt(attempts[2]),
            ])
        #expect(attempts.map(\.decision) == [.retry(.transient), .retry(.throttled), .permanent])
    }

    @Test("A52 The attempts are counted in a header field where one is named, and the request is the same otherwise")
    func a52_countHeader() async throws {
        let sent = Mutex<[HeaderFields]>([])
        struct Recorded: Transport {
            let base: MockTransport
            let note: @Sendable (HeaderFields) -> Void
            var capabilities: TransportCapabilities { base.capabilities }

            func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
                note(request.headers)
                return try await base.send(request)
            }
        }
        var bench = RetryBench(statuses: [500, 500, 200])
        bench.configuration.retryCountHeader = "x-retry-count"
        let recorded = Recorded(base: bench.mock) { headers in sent.withLock { $0.append(headers) } }
        var request = try RetryBench.request()
        request.headers["Idempotency-Key"] = "once"
        _ = try await RetryingTransport(recorded, configuration: bench.configuration, time: bench.clock.timeSource)
            .perform(request)
        #expect(sent.withLock { $0.map { $0["x-retry-count"] } } == [nil, "1", "2"])
        #expect(sent.withLock { $0.map { $0["Idempotency-Key"] } } == ["once", "once", "once"])
    }
}
