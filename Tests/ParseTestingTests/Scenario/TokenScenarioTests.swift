import ParseKit
import ParseTesting
import Synchronization
import Testing

@Suite("Keys are known from when to when")
struct TokenScenarioTests {
    /// Holds a key, and has another one once it is refused.
    private final class Vault: TokenProvider {
        let replacements = Mutex(0)

        func token() async throws -> APIToken {
            try APIToken(replacements.withLock { $0 } == 0 ? "sk_old_7d" : "sk_new_8e")
        }

        func replacement(for rejected: APIToken) async throws -> APIToken? {
            replacements.withLock { $0 += 1 }
            return try await token()
        }
    }

    @Test("A client whose key is rotated while it waits asks for the new one, once")
    func rotation() async throws {
        let scenario = ParseScenario()
            .run(SimulatedRun("pr_1").processing(for: .seconds(60)).processed(.pages(2)))
            .token("sk_old_7d", until: .seconds(20))
            .token("sk_new_8e", from: .seconds(10))
        let api = SimulatedParseAPI(scenario, time: ManualClock(.jumping).timeSource)
        let vault = Vault()
        let client = api.client(tokens: vault)
        let run = try await client.waitForParseRun("pr_1")
        #expect(try await client.output(of: run.id) == SampleDocument(pages: 2).output)
        #expect(vault.replacements.withLock { $0 } == 1)
        #expect(api.exchanges.filter { $0.status == 401 }.count == 1)
        try api.verify()
    }

    @Test("The token is one that is known now")
    func token() {
        let clock = ManualClock()
        let scenario = ParseScenario().token("sk_a", until: .seconds(2)).token("sk_b", from: .seconds(1))
        let api = SimulatedParseAPI(scenario, time: clock.timeSource)
        #expect(api.token == "sk_a")
        clock.advance(by: .seconds(1))
        #expect(api.token == "sk_b")
    }

    @Test("A key that the service has never known, or does not know yet, is refused and a surprise")
    func unknown() async throws {
        let scenario = ParseScenario().run(SimulatedRun("pr_1")).token("sk_a").token("sk_b", from: .seconds(1))
        let api = SimulatedParseAPI(scenario, time: ManualClock().timeSource)
        for key in ["sk_c", "sk_b"] {
            let answer = try await api.ask("/parse_runs/pr_1", headers: ["Authorization": "Bearer \(key)"])
            #expect(answer.status == 401)
        }
        #expect(api.surprises.map(\.kind) == [.wrongKey, .wrongKey])
    }
}
