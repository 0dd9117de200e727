import ParseRetry
import ParseTesting
import ParseTransport
import Testing

@Suite("CircuitBreakingTransport")
struct CircuitBreakingTransportTests {
    private static let fault = TransportError(.connectionRefused, phase: .notSent, message: "Refused.")

    @Test("E23 Five failures open the circuit, then nothing is sent; two probes that succeed close it")
    func e23_row() async throws {
        let bench = BreakerBench(statuses: [500, 502, 503, 504, 599, 200, 204, 200])
        #expect(try await bench.send(times: 6) == ["500", "502", "503", "504", "599", "circuitOpen"])
        #expect(bench.mock.requests.count == 5)
        bench.clock.advance(by: .milliseconds(4_999))
        #expect(try await bench.send() == "circuitOpen")
        #expect(try bench.state() == .open(until: .seconds(5)))
        bench.clock.advance(by: .milliseconds(1))
        #expect(try await bench.send() == "200")
        #expect(try bench.state() == .halfOpen)
        #expect(try await bench.send() == "204")
        #expect(try bench.state() == .closed)
        #expect(try await bench.send() == "200")
        try bench.mock.verify()
    }

    @Test("E23 Refusals and throttling never trip it", arguments: [302, 400, 401, 403, 404, 408, 422, 429])
    func e23_refusals(status: Int) async throws {
        let bench = BreakerBench(statuses: Array(repeating: status, count: 100))
        #expect(try await bench.send(times: 100).allSatisfy { $0 == "\(status)" })
        #expect(try bench.state() == .closed)
    }

    @Test("E23 Throttling between failures does not begin their count anew, a refusal does")
    func e23_between() async throws {
        let throttled = BreakerBench(statuses: [500, 500, 500, 500, 429, 500])
        _ = try await throttled.send(times: 6)
        #expect(try throttled.state() == .open(until: .seconds(5)))
        let refused = BreakerBench(statuses: [500, 500, 500, 500, 403, 500])
        _ = try await refused.send(times: 6)
        #expect(try refused.state() == .closed)
    }

    @Test(
        "E23 Faults of the network and timeouts open it",
        arguments: [
            TransportError.Kind.hostNotFound, .connectionRefused, .connectionFailed, .tlsHandshakeFailed,
            .certificateUntrusted, .connectionBroken, .timedOut, .protocolViolation, .headersTooLarge, .other,
        ])
    func e23_faults(kind: TransportError.Kind) async throws {
        let fault = TransportError(kind, phase: .awaitingResponse, message: "It failed.")
        let bench = BreakerBench(Array(repeating: MockExchange(answer: .failure(fault)), count: 5))
        #expect(try await bench.send(times: 6) == Array(repeating: "\(kind)", count: 5) + ["circuitOpen"])
    }

    @Test(
        "E23 Cancellation and what this side refuses do not",
        arguments: [
            TransportError.Kind.cancelled, .circuitOpen, .invalidRequest, .unavailable, .unexpectedRequest,
            .bodyTooLarge, .bodyAlreadyConsumed,
        ])
    func e23_ownFaults(kind: TransportError.Kind) async throws {
        let fault = TransportError(kind, phase: .notSent, message: "It was not sent.")
        let bench = BreakerBench(Array(repeating: MockExchange(answer: .failure(fault)), count: 50))
        #expect(try await bench.send(times: 50) == Array(repeating: "\(kind)", count: 50))
        #expect(try bench.state() == .closed)
    }

    @Test("E23 The error says where to, after what, until when, and that nothing was sent")
    func e23_message() async throws {
        let bench = BreakerBench(Array(repeating: MockExchange(answer: .failure(Self.fault)), count: 5))
        _ = try await bench.send(times: 5)
        bench.clock.advance(by: .microseconds(1_250_600))
        let error = try await bench.fault()
        #expect(error.kind == .circuitOpen)
        #expect(error.phase == .notSent)
        #expect(
            error.message
                == "The circuit to https://api.example.com:443 is open after connectionRefused: requests fail at once for another 3.8 s."
        )
    }

    @Test("E23 While a probe is under way the others fail at once; cancelled, it makes room for the next")
    func e23_probe() async throws {
        let failures = Array(repeating: MockExchange(answer: .response(status: 500)), count: 5)
        let slow = MockExchange(answer: .response(status: 200), after: .seconds(9))
        let bench = BreakerBench(failures + [slow, slow])
        _ = try await bench.send(times: 5)
        bench.clock.advance(by: .seconds(5))
        let probe = Task { try await bench.send() }
        try await bench.clock.waitForSleepers()
        let error = try await bench.fault()
        #expect(error.message.hasSuffix("requests fail at once until a probe under way has ended."))
        probe.cancel()
        #expect(try await probe.value == "cancelled")
        let next = Task { try await bench.send() }
        try await bench.clock.waitForSleepers()
        bench.clock.advance(by: .seconds(9))
        #expect(try await next.value == "200")
        #expect(try bench.state() == .halfOpen)
    }

    @Test("E23 Each origin has a circuit of its own, and copies share them")
    func e23_perOrigin() async throws {
        let bench = BreakerBench(statuses: [500, 500, 500, 500, 500, 200])
        _ = try await bench.send(times: 5)
        #expect(try await bench.send(host: "storage.example.com") == "200")
        #expect(try bench.state(host: "storage.example.com") == .closed)
        let copy = bench.transport
        await #expect(throws: TransportError.self) { try await copy.send(BreakerBench.request()) }
        try bench.mock.verify()
    }

    @Test("A malformed request is refused as such, whatever the circuit is like")
    func malformed() async throws {
        let bench = BreakerBench(statuses: [500, 500, 500, 500, 500])
        _ = try await bench.send(times: 5)
        var request = try BreakerBench.request()
        request.headers["Authorization"] = "a\nb"
        let error = try await bench.fault(request)
        #expect(error.kind == .invalidRequest)
    }

    @Test("It claims what the decorated transport claims, and hands the body on unread")
    func passesOn() async throws {
        #expect(CircuitBreakingTransport(MockTransport(capabilities: .buffering)).capabilities == .buffering)
        #expect(CircuitBreakingTransport(MockTransport(capabilities: .streaming)).capabilities == .streaming)
        let bench = BreakerBench([MockExchange(answer: .json("[1]"))])
        let response = try await bench.transport.send(BreakerBench.request())
        #expect(try await response.body.collect(upTo: 3) == Array("[1]".utf8))
    }

    @Test("Whatever is shown of it holds neither header nor query")
    func secrets() async throws {
        let request = try SecretRequest.get()
        let fault = TransportError(.timedOut, phase: .awaitingResponse, message: "Timed out: \(request.url)")
        let bench = BreakerBench(Array(repeating: MockExchange(answer: .failure(fault)), count: 5))
        for _ in 0..<5 { SecretRequest.expectNothingShown(of: try await bench.fault(request)) }
        let refusal = try await bench.fault(request)
        #expect(refusal.kind == .circuitOpen)
        SecretRequest.expectNothingShown(of: refusal)
        SecretRequest.expectNothingShown(of: bench.transport)
        SecretRequest.expectNothingShown(of: try #require(Origin(request.url).map(bench.transport.state(of:))))
    }
}
