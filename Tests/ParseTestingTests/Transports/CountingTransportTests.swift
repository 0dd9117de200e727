import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("A counting transport counts what goes through it")
struct CountingTransportTests {
    private struct Buffering: Transport {
        var capabilities: TransportCapabilities {
            TransportCapabilities(streamsWithBackpressure: false, decompressesBodies: true)
        }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            throw TransportError(.hostNotFound, phase: .notSent, message: "There is no network in this test.")
        }
    }

    @Test("Requests by origin and path, without their queries, and the bytes that were read")
    func counts() async throws {
        let clock = ManualClock(.jumping)
        let output = SimulatedOutput.pages(2)
        let scenario = ParseScenario().run(SimulatedRun("pr_1").processed(output)).failing(.reset, atCall: 1)
        let api = SimulatedParseAPI(scenario, time: clock.timeSource)
        let transport = CountingTransport(api)
        let configuration = ParseClientConfiguration().with { $0.time = clock.timeSource }
        let client = try ParseClient(token: api.token, configuration: configuration, transport: transport)
        _ = try await client.output(of: "pr_1")
        let count = transport.count
        #expect(count.requests == 3 && count.failures == 1 && count.inFlight == 0 && count.mostInFlight == 1)
        #expect(count.paths == ["/parse_runs/pr_1": 2, "/output.json": 1])
        #expect(count.origins.values.sorted() == [1, 2])
        #expect(count.origins[Origin(scheme: "https", host: "api.extend.ai", port: 443)] == 2)
        #expect(count.bytes == api.account.bytes && count.bytes > output.byteCount)
    }

    @Test("A request is in flight until its body is read to its end or dropped")
    func flights() async throws {
        let api = SimulatedParseAPI(ParseScenario().run(SimulatedRun("pr_1")), time: ManualClock().timeSource)
        let transport = CountingTransport(api)
        let url = try #require(URL(string: "https://api.extend.ai/parse_runs/pr_1"))
        let first = try await transport.send(TransportRequest(url: url))
        do {
            let second = try await transport.send(TransportRequest(url: url))
            #expect(transport.count.inFlight == 2)
            withExtendedLifetime(second) {}
        }
        #expect(transport.count.inFlight == 1 && transport.count.mostInFlight == 2)
        _ = try await first.body.collect(upTo: 10_000)
        #expect(transport.count.inFlight == 0 && transport.count.requests == 2)
    }

    @Test("It can do what its base can, and a failure lands at once")
    func passesOn() async throws {
        let transport = CountingTransport(Buffering())
        #expect(transport.capabilities == Buffering().capabilities)
        let url = try #require(URL(string: "https://api.extend.ai/"))
        let error = await #expect(throws: TransportError.self) { try await transport.send(TransportRequest(url: url)) }
        #expect(error?.kind == .hostNotFound)
        #expect(transport.count.failures == 1 && transport.count.inFlight == 0)
    }
}
