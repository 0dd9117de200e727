import ParseKit
import ParseTesting
// sample: guide-conformance
import ParseTransportConformance
import ParseTransportCurl
import Testing

@Suite("My transport keeps the contract", .timeLimit(.minutes(1)))
struct MyTransportTests {
    @Test(
        arguments: TransportConformance.cases(excluding: [.peerRule: "The library does not tell which address it uses."]
        ))
    func keepsTheContract(_ rule: TransportConformance) async throws {
        try await rule.run { MyTransport() }
    }
}
// end

// sample: guide-transport
struct MyTransport: Transport {
    private let base = CurlTransport(configuration: .standard.with { $0.usesProxyFromEnvironment = false })

    // Says honestly whether a body arrives as it is read; a download plans by it.
    var capabilities: TransportCapabilities { .streaming }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try request.validate()
        return try await base.send(request)
    }
}
// end
