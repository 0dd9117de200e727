import ParseRetry
import ParseTesting
import ParseTransport
import ParseTransportConformance
import ParseTransportCurl
import Testing

@Suite("What decorates a transport keeps its contract", .timeLimit(.minutes(1)))
struct DecoratorConformanceTests {
    private let base = CurlTransport(configuration: .direct)

    @Test("Retries, where nothing is repeated", arguments: TransportConformance.cases())
    func retrying(_ rule: TransportConformance) async throws {
        let once = RetryConfiguration(policy: StandardRetryPolicy().limitingAttempts(to: 1))
        try await rule.run { RetryingTransport(base, configuration: once) }
    }

    @Test("The circuit breaker", arguments: TransportConformance.cases())
    func circuitBreaking(_ rule: TransportConformance) async throws {
        try await rule.run { CircuitBreakingTransport(base) }
    }

    @Test("Hedging", arguments: TransportConformance.cases())
    func hedging(_ rule: TransportConformance) async throws {
        try await rule.run { HedgingTransport(base) }
    }

    @Test("Counting", arguments: TransportConformance.cases())
    func counting(_ rule: TransportConformance) async throws {
        try await rule.run { CountingTransport(base) }
    }

    @Test("Recording", arguments: TransportConformance.cases())
    func recording(_ rule: TransportConformance) async throws {
        try await rule.run { RecordingTransport(base) }
    }
}
