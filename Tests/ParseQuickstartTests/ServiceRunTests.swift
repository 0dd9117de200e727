import Foundation
import LoopbackServer
import ParseKit
import ParseTesting
import Testing

@testable import ParseQuickstart

@Suite("A run of a service")
struct ServiceRunTests {
    @Test("The whole program works against a local server, with the key for the API alone")
    func local() async throws {
        let output = SampleDocument(pages: 2).output
        let body = Array(try JSONEncoder().encode(output))
        let storage = try LoopbackServer { _ in
            .response(status: 200, headers: [("Content-Type", "application/json")], body: body)
        }
        let run = ParseRun(
            id: "pr_local",
            status: .processed,
            outputURL: PresignedURL(rawValue: "\(storage.origin)/output.json?X-Amz-Signature=topsecret"),
            usage: RunUsage(credits: 1.5)
        )
        let json = Array(try JSONEncoder().encode(run))
        let api = try LoopbackServer { _ in
            .response(status: 200, headers: [("Content-Type", "application/json")], body: json)
        }
        let environment = ["EXTEND_API_KEY": "sk_local", "EXTEND_BASE_URL": api.origin]
        let transcript = await Transcript.of("pr_local", environment: environment)
        #expect(transcript.status == 0)
        #expect(transcript.lines.contains("chunks    2: page 2"))
        #expect(transcript.lines.contains("credits   1.5"))
        #expect(api.requests.allSatisfy { $0["authorization"] == "Bearer sk_local" })
        #expect(api.requests.map(\.path) == ["/parse_runs/pr_local", "/parse_runs/pr_local"])
        #expect(storage.requests.count == 1)
        #expect(storage.requests.allSatisfy { $0["authorization"] == nil })
        #expect(!(transcript.data + transcript.messages).contains("topsecret"))
    }

    @Test("A missing key, a wrong base URL and an impossible id are each one line")
    func refused() async {
        let cases: [(String, [String: String], String)] = [
            ("pr_1", [:], "EXTEND_API_KEY"),
            ("pr_1", ["EXTEND_API_KEY": "sk_a b"], "invalidToken"),
            ("pr_1", ["EXTEND_API_KEY": "sk_1", "EXTEND_BASE_URL": "ftp://x"], "invalidBaseURL"),
            ("pr_1", ["EXTEND_API_KEY": "sk_1", "EXTEND_REGION": "mars"], "mars"),
            ("pr\n1", ["EXTEND_API_KEY": "sk_1"], "invalidRunID"),
        ]
        for (id, environment, word) in cases {
            let run = await Transcript.of(id, environment: environment)
            #expect(run.status == 1)
            #expect(run.data.isEmpty)
            #expect(run.messageLines.count == 1)
            #expect(run.messages.contains(word))
            #expect(!run.messages.contains("sk_"))
        }
    }

    @Test("A server that is not there is reported at once")
    func refusing() async throws {
        let closed = try LoopbackClosedPort()
        let environment = ["EXTEND_API_KEY": "sk_1", "EXTEND_BASE_URL": closed.url.absoluteString]
        let run = await Transcript.of("pr_1", environment: environment)
        withExtendedLifetime(closed) {}
        #expect(run.status == 1)
        #expect(run.messageLines.count == 1)
        #expect(run.messages.contains("network"))
    }

    @Test("A wrong option is a matter of usage")
    func usage() async {
        let run = await Transcript.of("--wrong")
        #expect(run.status == 2)
        #expect(run.messages.contains("--help"))
    }
}
