import ParseRetry
import ParseTesting
import ParseTransport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Requests through a circuit breaker to a scripted service; jitter is pinned to its upper bound.
struct BreakerBench {
    let clock: ManualClock
    let mock: MockTransport
    let transport: CircuitBreakingTransport

    init(
        _ script: [MockExchange],
        mode: ManualClock.Mode = .stepping,
        configuration: CircuitBreaker.Configuration = .init(),
        random: RandomSource = .constant(1)
    ) {
        self.clock = ManualClock(mode)
        self.mock = MockTransport(script, clock: clock)
        self.transport = CircuitBreakingTransport(
            mock,
            configuration: configuration,
            time: clock.timeSource,
            random: random
        )
    }

    init(statuses: [Int], mode: ManualClock.Mode = .stepping) {
        self.init(statuses.map { MockExchange(answer: .response(status: $0)) }, mode: mode)
    }

    static func request(host: String = "api.example.com") throws -> TransportRequest {
        TransportRequest(url: try #require(URL(string: "https://\(host)/parse_runs/pr_1")))
    }

    /// Sends a request and tells how it ended in a word.
    func send(host: String = "api.example.com") async throws -> String {
        do {
            return "\(try await transport.send(Self.request(host: host)).status)"
        } catch let error as TransportError {
            return "\(error.kind)"
        }
    }

    /// Sends a request that is to end with a fault.
    func fault(_ request: TransportRequest? = nil) async throws -> TransportError {
        let request = try request ?? Self.request()
        let fault = await #expect(throws: TransportError.self) { try await transport.send(request) }
        return try #require(fault)
    }

    func send(times: Int) async throws -> [String] {
        var endings: [String] = []
        for _ in 0..<times { endings.append(try await send()) }
        return endings
    }

    func state(host: String = "api.example.com") throws -> CircuitBreaker.State {
        transport.state(of: try #require(Origin(Self.request(host: host).url)))
    }
}
