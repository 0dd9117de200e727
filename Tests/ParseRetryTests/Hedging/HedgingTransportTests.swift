import ParseRetry
import ParseTesting
import ParseTransport
import Testing

@Suite("HedgingTransport")
struct HedgingTransportTests {
    private static func answer(_ status: Int, after seconds: Double) -> MockExchange {
        MockExchange(answer: .response(status: status), after: .seconds(seconds))
    }

    private static func fault(after seconds: Double) -> MockExchange {
        let fault = TransportError(.connectionBroken, phase: .awaitingResponse, message: "Reset by peer.")
        return MockExchange(answer: .failure(fault), after: .seconds(seconds))
    }

    @Test("E24 An answer of two seconds where most take 100 ms: one second request wins, the first is cancelled")
    func e24_row() async throws {
        let bench = try await HedgingBench.warm([Self.answer(200, after: 2), Self.answer(206, after: 0.03)])
        let began = bench.clock.now.offset
        let call = try await bench.begin()
        bench.clock.advance(by: .milliseconds(99))
        #expect(bench.mock.requests.count == 21)
        bench.clock.advance(by: .milliseconds(1))
        try await bench.clock.waitForSleepers(2)
        bench.clock.advance(by: .milliseconds(30))
        #expect(try await call.value.status == 206)
        #expect(bench.recorded.endings == ["206", "cancelled"])
        #expect(bench.clock.now.offset - began == .milliseconds(130))
        #expect(bench.clock.sleepers == 0)
        let requests = bench.mock.requests
        #expect(requests.map(\.requiresNewConnection) == Array(repeating: false, count: 21) + [true])
        #expect(requests.allSatisfy { $0.url == requests[0].url && $0.headers == requests[0].headers })
        try bench.mock.verify()
    }

    @Test("E24 Where the first answers after all, it is the second that is cancelled")
    func e24_firstWins() async throws {
        let bench = try await HedgingBench.warm([Self.answer(200, after: 0.12), Self.answer(206, after: 1)])
        let call = try await bench.begin()
        bench.clock.advance(by: .milliseconds(100))
        try await bench.clock.waitForSleepers(2)
        bench.clock.advance(by: .milliseconds(20))
        #expect(try await call.value.status == 200)
        #expect(bench.recorded.endings == ["200", "cancelled"])
    }

    @Test(
        "E24 What either request says beside the other counts by what it is, not by whose it is",
        arguments: [
            // The first ends after 0.2 s, the second 0.2 s after it was sent with 0.1 s.
            (answer(503, after: 0.2), answer(200, after: 0.2), ["503", "200"], "200"),
            (fault(after: 0.2), answer(200, after: 0.2), ["connectionBroken", "200"], "200"),
            (answer(200, after: 0.4), fault(after: 0.2), ["connectionBroken", "200"], "200"),
            (answer(200, after: 0.4), answer(429, after: 0.2), ["429", "200"], "200"),
            (answer(404, after: 0.2), answer(200, after: 0.2), ["404", "cancelled"], "404"),
            (answer(200, after: 0.4), answer(403, after: 0.2), ["403", "cancelled"], "403"),
            (answer(304, after: 0.2), answer(200, after: 0.2), ["304", "cancelled"], "304"),
            (answer(503, after: 0.2), answer(500, after: 0.2), ["503", "500"], "503"),
            (answer(503, after: 0.4), answer(500, after: 0.2), ["500", "503"], "503"),
            (answer(503, after: 0.2), fault(after: 0.2), ["503", "connectionBroken"], "503"),
            (fault(after: 0.2), answer(500, after: 0.2), ["connectionBroken", "500"], "500"),
            (fault(after: 0.4), answer(500, after: 0.2), ["500", "connectionBroken"], "500"),
            (fault(after: 0.2), fault(after: 0.2), ["connectionBroken", "connectionBroken"], "connectionBroken"),
        ])
    func e24_endings(first: MockExchange, second: MockExchange, endings: [String], result: String) async throws {
        let bench = try await HedgingBench.warm([first, second])
        let call = try await bench.begin()
        bench.clock.advance(by: .milliseconds(100))
        try await bench.clock.waitForSleepers(2)
        bench.clock.advanceToNextSleeper()
        if !endings.contains("cancelled") {
            await bench.recorded.waitForEnding()
            bench.clock.advanceToNextSleeper()
        }
        do {
            #expect("\(try await call.value.status)" == result)
        } catch let error as TransportError {
            #expect("\(error.kind)" == result)
        }
        #expect(bench.recorded.endings == endings)
        #expect(bench.clock.sleepers == 0)
    }

    @Test("E24 A first request that fails before it is late is a matter for retries", arguments: [503, 429, 0])
    func e24_earlyFailure(status: Int) async throws {
        let failing = status == 0 ? Self.fault(after: 0.05) : Self.answer(status, after: 0.05)
        let bench = try await HedgingBench.warm([failing])
        let call = try await bench.begin()
        bench.clock.advance(by: .milliseconds(50))
        _ = try? await call.value
        #expect(bench.recorded.endings == [status == 0 ? "connectionBroken" : "\(status)"])
        try bench.mock.verify()
    }

    @Test("E24 Before enough answers are known there is no second request, unless a delay for then is set")
    func e24_initialDelay() async throws {
        let bench = HedgingBench([Self.answer(200, after: 20)])
        #expect(try await bench.send(takes: .seconds(20)).status == 200)

        let configuration = HedgingTransport.Configuration(initialDelay: .seconds(1), maximumShare: 1)
        let eager = HedgingBench(
            [Self.answer(200, after: 20), Self.answer(206, after: 1)], configuration: configuration)
        let call = try await eager.begin()
        eager.clock.advance(by: .seconds(1))
        try await eager.clock.waitForSleepers(2)
        eager.clock.advance(by: .seconds(1))
        #expect(try await call.value.status == 206)
    }

    @Test(
        "E24 What changes something, or has a body, is sent once",
        arguments: ["POST", "PUT", "DELETE", "OPTIONS", "GET"])
    func e24_unsafe(method: String) async throws {
        let configuration = HedgingTransport.Configuration(initialDelay: .zero, maximumShare: 1)
        let bench = HedgingBench([Self.answer(200, after: 20)], configuration: configuration)
        var request = try HedgingBench.request(.init(rawValue: method))
        request.body = method == "GET" ? [1] : []
        let call = try await bench.begin(request)
        bench.clock.advance(by: .seconds(20))
        #expect(try await call.value.status == 200)
        try bench.mock.verify()
    }

    @Test("E24 Cancelling the caller cancels both requests")
    func e24_cancelledBoth() async throws {
        let bench = try await HedgingBench.warm([Self.answer(200, after: 2), Self.answer(200, after: 2)])
        let call = try await bench.begin(HedgingBench.request(.head))
        bench.clock.advance(by: .milliseconds(100))
        try await bench.clock.waitForSleepers(2)
        call.cancel()
        let error = await #expect(throws: TransportError.self) { try await call.value }
        #expect(error?.kind == .cancelled)
        #expect(bench.recorded.endings == ["cancelled", "cancelled"])
        #expect(bench.clock.sleepers == 0)
    }

    @Test("E24 Cancelling the caller before that sends no second request")
    func e24_cancelledEarly() async throws {
        let bench = try await HedgingBench.warm([Self.answer(200, after: 2)])
        let call = try await bench.begin()
        call.cancel()
        let error = await #expect(throws: TransportError.self) { try await call.value }
        #expect(error?.kind == .cancelled)
        #expect(bench.recorded.endings == ["cancelled"])
        try bench.mock.verify()
    }

    @Test("It claims what the decorated transport claims, and refuses what is malformed")
    func passesOn() async throws {
        #expect(HedgingTransport(MockTransport(capabilities: .buffering)).capabilities == .buffering)
        #expect(HedgingTransport(MockTransport(capabilities: .streaming)).capabilities == .streaming)
        let mock = MockTransport()
        var request = try HedgingBench.request()
        request.headers["Authorization"] = "a\nb"
        let malformed = request
        let error = await #expect(throws: TransportError.self) { try await HedgingTransport(mock).send(malformed) }
        #expect(error?.kind == .invalidRequest)
        #expect(mock.requests.isEmpty)
    }

    @Test("Whatever is shown of it holds neither header nor query")
    func secrets() async throws {
        let request = try SecretRequest.get()
        let fault = TransportError(.timedOut, phase: .awaitingResponse, message: "Timed out: \(request.url)")
        let mock = MockTransport([MockExchange(answer: .failure(fault)), Self.answer(200, after: 0)])
        let transport = HedgingTransport(mock)
        let error = await #expect(throws: TransportError.self) { try await transport.send(request) }
        SecretRequest.expectNothingShown(of: try #require(error))
        SecretRequest.expectNothingShown(of: try await transport.send(request))
        SecretRequest.expectNothingShown(of: transport)
        SecretRequest.expectNothingShown(of: HedgingTransport.Configuration())
    }
}
