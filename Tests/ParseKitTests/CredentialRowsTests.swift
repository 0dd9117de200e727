import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("Where the key goes, row by row")
struct CredentialRowsTests {
    /// What a call makes of an answer that leads elsewhere, and what it sent.
    private func error(
        _ status: Int, to location: String
    ) async throws -> (error: ParseError, requests: [TransportRequest]) {
        let answer = MockAnswer.response(status: status, headers: ["Location": location])
        let transport = MockTransport([MockExchange(answer: answer)])
        let client = try ParseClient(token: "sk_secret", transport: transport)
        let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
        return (try #require(error), transport.requests)
    }

    @Test("E17 A redirect to another origin is not followed", arguments: [301, 302, 303, 307, 308])
    func e17_redirect(status: Int) async throws {
        for location in [
            "https://elsewhere.example/parse_runs/pr_1?key=sk_secret", "https://api.extend.ai.evil.example/",
            "//elsewhere.example/", "https://api.extend.ai:8443/parse_runs/pr_1", "/parse_runs/pr_2",
            "\\\\evil.example",
        ] {
            let (error, requests) = try await error(status, to: location)
            #expect(error.code == .redirectRefused)
            #expect(error.status == status)
            #expect(!error.isRetryable)
            #expect(requests.map(\.url.host) == ["api.extend.ai"])
            #expect(!"\(error)".contains("sk_secret"))
        }
    }

    @Test("E18 A redirect that takes the encryption away is not followed", arguments: [301, 302, 307, 308])
    func e18_downgrade(status: Int) async throws {
        let (error, requests) = try await error(status, to: "http://api.extend.ai/parse_runs/pr_1?responseType=json")
        #expect(error.code == .redirectRefused)
        #expect(requests.map(\.url.scheme) == ["https"])
    }

    @Test("E17 Nor is one that a wait meets, and no wait is spent on it")
    func e17_wait() async throws {
        let clock = ManualClock(.jumping)
        let answer = MockAnswer.response(status: 302, headers: ["Location": "https://login.example/"])
        let transport = MockTransport([MockExchange(answer: answer)], clock: clock)
        let configuration = ParseClientConfiguration().with { $0.time = clock.timeSource }
        let client = try ParseClient(token: "sk_secret", configuration: configuration, transport: transport)
        let error = await #expect(throws: ParseError.self) { try await client.waitForParseRun("pr_1") }
        #expect(error?.code == .redirectRefused)
        #expect(error?.handle?.id == "pr_1")
        #expect(transport.requests.count == 1)
        #expect(clock.now.offset == .zero)
    }
}
