import LoopbackServer
import ParseKit
import ParseOutput
import ParseTransport
import Testing

@Suite("Redirects lead nowhere, on this machine", .timeLimit(.minutes(2)))
struct RedirectionTests {
    /// Lets a server of the API redirect, and checks that nobody went there.
    private func expectRefusal(
        _ status: Int,
        to location: (LoopbackServer) -> String,
        on adapter: Adapter,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let other = try LoopbackServer(always: .response(body: #"{"id":"pr_1","status":"PROCESSED"}"#))
        let server = try LoopbackServer(always: .redirect(status: status, to: location(other)))
        let configuration = try ParseClientConfiguration().with { $0.baseURL = try BaseURL(server.origin) }
        let client = try ParseClient(
            token: "sk_topsecret", configuration: configuration, transport: adapter.makeTransport())
        let error = await #expect(throws: ParseError.self, sourceLocation: sourceLocation) {
            try await client.parseRun("pr_1")
        }
        #expect(error?.code == .redirectRefused && error?.status == status, sourceLocation: sourceLocation)
        #expect(!"\(error as Any)".contains("topsecret"), sourceLocation: sourceLocation)
        #expect(server.requests.map { $0["Authorization"] } == ["Bearer sk_topsecret"], sourceLocation: sourceLocation)
        #expect(other.acceptedConnections == 0, sourceLocation: sourceLocation)
    }

    @Test("E17 A redirect of the API to another origin", arguments: [301, 302, 303, 308], Adapter.allCases)
    func e17_otherOrigin(_ status: Int, on adapter: Adapter) async throws {
        try await expectRefusal(status, to: { "\($0.origin)/parse_runs/pr_1" }, on: adapter)
    }

    @Test("E18 A redirect of the API to http on the same host", arguments: Adapter.allCases)
    func e18_downgrade(on adapter: Adapter) async throws {
        try await expectRefusal(307, to: { "http://127.0.0.1:\($0.port)/parse_runs/pr_1" }, on: adapter)
    }

    @Test("C33 A redirect of the storage host: a new URL is tried, and nobody goes there", arguments: Adapter.allCases)
    func c33_storage(on adapter: Adapter) async throws {
        let other = try LoopbackServer(always: .response(body: "{}"))
        let redirect: StorageBench.Answer = { [origin = other.origin] _ in .redirect(to: "\(origin)/output.json") }
        let bench = try StorageBench(on: adapter, answers: [redirect, redirect])
        let outcome = await bench.run()
        #expect(outcome.error?.code == .redirectRefused && outcome.error?.status == 302)
        #expect(outcome.requests == [bench.opening(), bench.opening(url: 2)])
        #expect(other.acceptedConnections == 0)
    }

    @Test("D13 A URL of this machine is not connected to unless that is allowed", arguments: Adapter.allCases)
    func d13_unsafe(on adapter: Adapter) async throws {
        let bench = try StorageBench(on: adapter) { $0.storage = .standard }
        let outcome = await bench.run()
        #expect(outcome.error?.code == .unsafeURL)
        #expect(bench.server.acceptedConnections == 0)
    }
}
