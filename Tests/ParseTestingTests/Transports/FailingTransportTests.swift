import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("A failing transport fails as it is told")
struct FailingTransportTests {
    private let error = TransportError(.connectionRefused, phase: .notSent, message: "Nobody is in.")

    @Test("Every request, where nothing else is told")
    func always() async throws {
        let transport = FailingTransport(error)
        let url = try #require(URL(string: "https://api.extend.ai/"))
        for count in 1...3 {
            let thrown = await #expect(throws: TransportError.self) {
                try await transport.send(TransportRequest(url: url))
            }
            #expect(thrown == error && transport.failures == count)
        }
    }

    @Test("The first few, which a client comes over")
    func first() async throws {
        let clock = ManualClock(.jumping)
        let scenario = ParseScenario().run(SimulatedRun("pr_1").processed(.pages(1)))
        let api = SimulatedParseAPI(scenario, time: clock.timeSource)
        let transport = FailingTransport(error, first: 2, then: api)
        #expect(transport.capabilities == api.capabilities)
        let configuration = ParseClientConfiguration().with { $0.time = clock.timeSource }
        let client = try ParseClient(token: api.token, configuration: configuration, transport: transport)
        #expect(try await client.output(of: "pr_1") == SampleDocument(pages: 1).output)
        #expect(transport.failures == 2)
        try api.verify()
    }
}
