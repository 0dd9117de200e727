import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("A scenario changes while it is played")
struct ScenarioChangeTests {
    private let clock = ManualClock(.jumping)
    private let base = ParseScenario().run(SimulatedRun("pr_1").processed(.pages(5)))

    @Test("URLs end at a chosen download, and a client fetches another one")
    func expiry() async throws {
        let scenario = base.breaking(atByte: 9_000).expiringURLs(at: .download(2))
        let api = SimulatedParseAPI(scenario, time: clock.timeSource)
        #expect(try await api.client().output(of: "pr_1") == SampleDocument(pages: 5).output)
        #expect(api.exchanges.filter(\.isStorage).map(\.status) == [200, 403, 206])
        #expect(api.account.runs["pr_1"]?.calls == 2)
        try api.verify()
    }

    @Test("A document that is replaced midway has another validator, and a client does not mix the two")
    func replaced() async throws {
        let scenario = base.breaking(atByte: 9_000)
            .replacingOutput(of: "pr_1", with: .pages(5, seed: 2), at: .download(2))
        let api = SimulatedParseAPI(scenario, time: clock.timeSource)
        let client = try api.client()
        let error = await #expect(throws: ParseError.self) {
            for try await _ in client.chunks(of: "pr_1") {}
        }
        #expect(error?.code == .outputChanged)
        #expect(SimulatedOutput.pages(5).eTag != SimulatedOutput.pages(5, seed: 2).eTag)
        try api.verify()
    }

    @Test("A run is deleted when its time has come, and asking for it then is no surprise")
    func deleted() async throws {
        let clock = ManualClock()
        let api = SimulatedParseAPI(base.deleting("pr_1", at: .time(.seconds(3))), time: clock.timeSource)
        let url = try await api.presignedURL()
        clock.advance(by: .seconds(3))
        #expect(try await api.ask("/parse_runs/pr_1").status == 404)
        #expect(try await api.fetch(url).status == 404)
        try api.verify()
    }

    @Test("A change that never comes about is told")
    func unused() async throws {
        let scenario = base.expiringURLs(at: .call(9)).deleting("pr_7", at: .time(.zero))
        let api = SimulatedParseAPI(scenario, time: clock.timeSource)
        _ = try await api.ask("/parse_runs/pr_1")
        let error = #expect(throws: SimulationError.self) { try api.verify() }
        #expect(
            error?.problems.map(\.message) == [
                "it never came about that URLs expire at call 9",
                "it never came about that pr_7 is deleted after 0 s",
            ]
        )
    }

    @Test("The rate is limited on the service's clock, with a Retry-After that holds")
    func rate() async throws {
        let clock = ManualClock()
        let api = SimulatedParseAPI(base.limitingCalls(to: 2, per: .seconds(3)), time: clock.timeSource)
        func ask() async throws -> Answer { try await api.ask("/parse_runs/pr_1") }
        #expect(try await ask().status == 200)
        clock.advance(by: .seconds(1))
        #expect(try await ask().status == 200)
        let refused = try await ask()
        #expect(refused.status == 429 && refused.headers["Retry-After"] == "2")
        #expect(refused.text.contains("RATE_LIMIT_EXCEEDED"))
        clock.advance(by: .seconds(2))
        #expect(try await ask().status == 200)
        #expect(try await ask().headers["Retry-After"] == "1")
        #expect(api.account.refusedCalls == 2 && api.account.calls == 5)
        try api.verify()
    }

    @Test("A client that waits for more runs than the rate allows comes through all the same")
    func rateOfAClient() async throws {
        let ids = (1...6).map { "pr_\($0)" }
        let scenario = ids.reduce(ParseScenario().limitingCalls(to: 2, per: .seconds(1))) {
            $0.run(SimulatedRun($1).processed(.pages(1)))
        }
        let api = SimulatedParseAPI(scenario, time: clock.timeSource)
        for id in ids { #expect(try await api.client().waitForParseRun(id).status == .processed) }
        #expect(api.account.refusedCalls > 0)
        try api.verify()
    }
}
