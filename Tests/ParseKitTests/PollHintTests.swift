import ParseKit
import ParseTesting
import ParseTransport
import Testing

@Suite("What a service says of the next look")
struct PollHintTests {
    private func answer(_ status: String, _ headers: HeaderFields = [:]) -> MockExchange {
        MockExchange(answer: .json(#"{"id":"pr_1","status":"\#(status)"}"#, headers: headers))
    }

    @Test("B11 A quota that is used up puts the next look off until it is whole again")
    func b11_rateLimit() async throws {
        let clock = ManualClock(.jumping)
        let used: HeaderFields = ["RateLimit": #""get";r=0;t=12"#]
        let left: HeaderFields = ["RateLimit": #""get";r=3;t=12"#]
        let transport = MockTransport(
            [answer("PROCESSING", left), answer("PROCESSING", used), answer("PROCESSED")], clock: clock)
        let events = ClientEvents()
        let configuration = ParseClientConfiguration().with {
            $0.time = clock.timeSource
            $0.random = .constant(0.5)
            $0.observer = events
        }
        let client = try ParseClient(token: "sk_1", configuration: configuration, transport: transport)
        #expect(try await client.waitForParseRun("pr_1").status == .processed)
        #expect(clock.now.offset == .milliseconds(12_500))
        try transport.verify()
        var seen: [String] = []
        for await event in events.stream {
            if case .poll(let status) = event.kind { seen.append("\(event.operation) \(event.runID) \(status)") }
            if seen.count == 3 { break }
        }
        #expect(seen == ["PROCESSING", "PROCESSING", "PROCESSED"].map { "waitForParseRun pr_1 \($0)" })
    }

    @Test("A refusal that asks for a longer wait than a call agrees to puts the next look off as long")
    func refused() async throws {
        let clock = ManualClock(.jumping)
        let refusal = MockExchange(answer: .response(status: 429, headers: ["Retry-After": "300"]))
        let transport = MockTransport([refusal, answer("PROCESSED")], clock: clock)
        let configuration = ParseClientConfiguration().with { $0.time = clock.timeSource }
        let client = try ParseClient(token: "sk_1", configuration: configuration, transport: transport)
        #expect(try await client.waitForParseRun("pr_1").status == .processed)
        #expect(clock.now.offset >= .seconds(300))
        try transport.verify()
    }
}
