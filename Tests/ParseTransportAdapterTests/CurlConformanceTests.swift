import ParseTransportConformance
import ParseTransportCurl
import Testing

@Suite("CurlTransport keeps the contract of a transport", .timeLimit(.minutes(1)))
struct CurlConformanceTests {
    @Test(arguments: TransportConformance.cases())
    func keepsTheContract(_ rule: TransportConformance) async throws {
        try await rule.run { CurlTransport(configuration: .standard.with { $0.usesProxyFromEnvironment = false }) }
    }
}
