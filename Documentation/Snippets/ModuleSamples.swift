import Foundation
import ParseKit
import ParseModels
import ParseOutput
import ParseRetry
import ParseTesting
import ParseTransport
import ParseTransportCurl
import ParseTransportURLSession
import Testing

/// The samples of the modules' landing pages.
enum ModuleSamples {
    static func mock() async throws {
        // sample: module-mock
        let transport = MockTransport([
            MockExchange(.get("/parse_runs/pr_1"), answer: .response(status: 429), after: .milliseconds(1)),
            MockExchange(.get("/parse_runs/pr_1"), answer: .json(#"{"id": "pr_1", "status": "PROCESSED"}"#)),
        ])
        // end
        let client = try ParseClient(
            token: "sk_any",
            configuration: .init().with { $0.time = ManualClock(.jumping).timeSource },
            transport: transport
        )
        #expect(try await client.parseRun("pr_1").status == .processed)
        // sample: module-verify
        try transport.verify()
        // end
    }

    static func retrying() async throws {
        let base = FailingTransport(
            TransportError(.connectionBroken, phase: .awaitingResponse, message: "The connection was reset."),
            first: 2,
            then: MockTransport([MockExchange(answer: .response(status: 200))])
        )
        let clock = ManualClock(.jumping)
        let url = try #require(URL(string: "https://api.example.com/things/1"))
        // sample: module-retry
        let transport = RetryingTransport(base, configuration: .standard, time: clock.timeSource)
        let response = try await transport.perform(TransportRequest(url: url))
        print("answered with \(response.response.status) at attempt \(response.attempts.count)")
        // end
        #expect(response.attempts.count == 3)
    }

    static func download() async throws {
        let api = SimulatedParseAPI(ParseScenario().run(SimulatedRun("pr_1").processed(.pages(2))))
        let presigned = try #require(try await api.client().parseRun("pr_1", responseType: .url).outputURL)
        let transport: any Transport = api
        // sample: module-download
        let download = ResumableDownload(over: transport) { presigned }  // asked again when a URL has run out
        var decoder = ChunkDecoder()
        for try await piece in download {
            decoder.push(piece)
            while let chunk = try decoder.next() { print(chunk.content.count) }
        }
        try decoder.finish()
        // end
    }

    static func decoded() throws -> String {
        let json = Data(#"{"id": "pr_1", "status": "PROCESSED", "added": {"tomorrow": true}}"#.utf8)
        // sample: module-models
        let run = try JSONDecoder().decode(ParseRun.self, from: json)
        if run.status == .processed { print(run.output?.chunks.count ?? 0) }
        // end
        return run.status.rawValue
    }

    static func transports() {
        // sample: module-curl
        let curl = CurlTransport(configuration: .standard.with { $0.maxConnectionsPerHost = 4 })
        // end
        #expect(curl.capabilities == .streaming)
        // sample: module-urlsession
        let urlSession = URLSessionTransport(configuration: .standard)
        // end
        #expect(!urlSession.capabilities.decompressesBodies || !urlSession.capabilities.streamsWithBackpressure)
    }
}
