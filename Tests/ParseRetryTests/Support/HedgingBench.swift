import ParseRetry
import ParseTesting
import ParseTransport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Calls through a hedging transport to a scripted service, on a clock that the test moves.
struct HedgingBench {
    static let origin = Origin(scheme: "https", host: "api.example.com", port: 443)

    let clock = ManualClock()
    let mock: MockTransport
    let recorded: RecordedTransport
    let transport: HedgingTransport
    private let asked = AsyncStream.makeStream(of: Void.self)

    init(_ script: [MockExchange] = [], configuration: HedgingTransport.Configuration = .init()) {
        self.mock = MockTransport(script, clock: clock)
        self.recorded = RecordedTransport(mock)
        var configuration = configuration
        let (mayHedge, asked) = (configuration.mayHedge, asked.continuation)
        configuration.mayHedge = {
            asked.yield()
            return mayHedge($0, $1)
        }
        self.transport = HedgingTransport(recorded, configuration: configuration, time: clock.timeSource)
    }

    /// A service whose answers took 100 milliseconds twenty times, and then plays the script.
    static func warm(
        _ script: [MockExchange],
        configuration: HedgingTransport.Configuration = .init()
    ) async throws -> HedgingBench {
        let usual = MockExchange(answer: .response(status: 204), after: .milliseconds(100))
        let bench = HedgingBench(Array(repeating: usual, count: 20) + script, configuration: configuration)
        for _ in 0..<20 {
            #expect(try await bench.send(takes: .milliseconds(100)).status == 204)
            await bench.recorded.waitForEnding()
        }
        bench.recorded.forget()
        return bench
    }

    static func request(_ method: TransportRequest.Method = .get) throws -> TransportRequest {
        TransportRequest(method: method, url: try #require(URL(string: "https://api.example.com/parse_runs/pr_1")))
    }

    /// Begins a call and waits until its first request is under way.
    func begin(_ request: TransportRequest? = nil) async throws -> Task<TransportResponse, any Error> {
        let (transport, request) = (transport, try request ?? Self.request())
        let call = Task { try await transport.send(request) }
        try await clock.waitForSleepers()
        return call
    }

    /// Makes a call whose first answer takes so long and comes before it is late.
    func send(takes duration: Duration) async throws -> TransportResponse {
        let call = try await begin()
        clock.advance(by: duration)
        return try await call.value
    }

    /// Makes a call whose first request takes twice the delay or more, and tells how many requests were sent.
    func requestsOfALateCall(after delay: Duration, answeredAfter rest: Duration) async throws -> Int {
        let before = mock.requests.count
        let call = try await begin()
        clock.advance(by: delay)
        for await _ in asked.stream { break }
        clock.advance(by: rest)
        _ = try await call.value
        return mock.requests.count - before
    }
}
