import Foundation
import ParseKit
import ParseTesting
import Synchronization
import Testing

@Suite("What is sent")
struct RequestTests {
    private static let run = MockAnswer.json(#"{"id":"pr_1","status":"PROCESSING"}"#)

    private func sent(
        _ id: String = "pr_1",
        _ change: (inout ParseClientConfiguration) throws -> Void = { _ in }
    ) async throws -> TransportRequest {
        let transport = MockTransport([MockExchange(answer: Self.run)])
        let configuration = try ParseClientConfiguration().with { (copy) throws in try change(&copy) }
        let client = try ParseClient(token: "sk_secret", configuration: configuration, transport: transport)
        _ = try await client.parseRun(id)
        return try #require(transport.requests.first)
    }

    @Test("A call carries the key, the version and who is calling, and asks for plain JSON")
    func headers() async throws {
        let request = try await sent {
            $0.workspaceID = "ws_1"
            $0.applicationName = "Harbour/2.0"
        }
        #expect(request.url.absoluteString == "https://api.extend.ai/parse_runs/pr_1?responseType=json")
        #expect(request.headers["Authorization"] == "Bearer sk_secret")
        #expect(request.headers["x-extend-api-version"] == "2026-02-09")
        #expect(request.headers["x-extend-workspace-id"] == "ws_1")
        #expect(request.headers["User-Agent"]?.hasPrefix("Harbour/2.0 swift-extend-parse/") == true)
        #expect(request.headers["Accept"] == "application/json")
        #expect(request.headers["Accept-Encoding"] == "identity")
    }

    @Test(
        "A base URL may have a port and a path",
        arguments: [
            (
                "https://proxy.example:8443/extend/",
                "https://proxy.example:8443/extend/parse_runs/pr_1?responseType=json"
            ),
            ("http://extend-proxy:8080", "http://extend-proxy:8080/parse_runs/pr_1?responseType=json"),
            ("http://extend.svc.internal", "http://extend.svc.internal/parse_runs/pr_1?responseType=json"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080/parse_runs/pr_1?responseType=json"),
        ]
    )
    func base(_ base: String, _ url: String) async throws {
        #expect(try await sent { $0.baseURL = try BaseURL(base) }.url.absoluteString == url)
    }

    @Test(
        "What cannot be a base URL is refused",
        arguments: [
            "", "api.extend.ai", "ftp://a", "https://u:p@a", "https://a?b=1", "https://a#b",
            "http://api.extend.ai", "HTTP://API.EXTEND.AI:8080/x", "http://api.extend.ai./", "http://api%2Eextend.ai",
            "http://127.0.0.1:99999",
        ])
    func noBase(_ base: String) {
        let error = #expect(throws: ParseError.self) { try BaseURL(base) }
        #expect(error?.code == .invalidBaseURL)
    }

    @Test(
        "E19 No id leaves its segment of the path",
        arguments: [
            ("../../x", "..%2F..%2Fx"), ("../files/x", "..%2Ffiles%2Fx"), ("?x=1", "%3Fx%3D1"), ("a/b", "a%2Fb"),
            ("x?y", "x%3Fy"), ("x#y", "x%23y"),
            ("%2e%2e", "%252e%252e"),
            ("a b", "a%20b"), ("ü", "%C3%BC"), ("a;b:c@d", "a%3Bb%3Ac%40d"), ("...", "..."),
        ]
    )
    func e19_ids(_ id: String, _ segment: String) async throws {
        let request = try await sent(id)
        #expect(request.url.absoluteString == "https://api.extend.ai/parse_runs/\(segment)?responseType=json")
    }

    @Test(
        "E19 What cannot be an id is refused before anything is sent",
        arguments: ["", ".", "..", "a\r\nb", "a\u{0}", String(repeating: "a", count: 10_000)])
    func e19_noID(_ id: String) async throws {
        let transport = MockTransport()
        let client = try ParseClient(token: "sk_1", transport: transport)
        let error = await #expect(throws: ParseError.self) { try await client.parseRun(id) }
        #expect(error?.code == .invalidRunID)
        #expect(transport.requests.isEmpty)
    }

    @Test(
        "E20 What cannot be a token is refused, and not repeated",
        arguments: [
            "", "sk_ secret", "sk_secret\r\nX: y", "sk_sécret", "sk_secret\u{0}", "sk_secret\n", " sk_secret",
            "sk_secret\t", "sk_secret\u{7F}", "Bearer sk_secret", "\"sk_secret\"", "'sk_secret'",
        ])
    func e20_noToken(_ token: String) {
        let error = #expect(throws: ParseError.self) { try ParseClient(token: token) }
        #expect(error?.code == .invalidToken)
        var shown = error.map { "\($0)" } ?? ""
        dump(error, to: &shown)
        #expect(!shown.contains("secret") && !shown.contains("sécret"))
    }

    @Test("The environment makes a client")
    func environment() throws {
        let full = [
            "EXTEND_API_KEY": "sk_1", "EXTEND_REGION": "eu", "EXTEND_WORKSPACE_ID": "ws_9",
            "EXTEND_API_VERSION": "2025-04-21",
        ]
        let client = try ParseClient.fromEnvironment(full)
        #expect(client.configuration.baseURL.description == "https://api.eu1.extend.ai")
        #expect(client.configuration.workspaceID == "ws_9" && client.configuration.apiVersion == "2025-04-21")
        #expect(!client.configuration.download.storage.allowsLoopbackHTTP)
        let local = try ParseClient.fromEnvironment(full.merging(["EXTEND_BASE_URL": "http://localhost:9"]) { $1 })
        #expect(local.configuration.baseURL.description == "http://localhost:9")
        #expect(local.configuration.download.storage.allowsLoopbackHTTP)
        let elsewhere = try ParseClient.fromEnvironment([
            "EXTEND_API_KEY": "sk_1", "EXTEND_BASE_URL": "http://10.0.0.1",
        ])
        #expect(!elsewhere.configuration.download.storage.allowsLoopbackHTTP)
        for (variables, code) in [
            ([:], ParseError.Code.missingToken), (["EXTEND_API_KEY": ""], .missingToken),
            (["EXTEND_API_KEY": "sk_1", "EXTEND_REGION": "mars"], .invalidBaseURL),
        ] as [([String: String], ParseError.Code)] {
            let error = #expect(throws: ParseError.self) { try ParseClient.fromEnvironment(variables) }
            #expect(error?.code == code)
        }
    }

    @Test("A refused token is replaced once, and the second refusal is final")
    func rotation() async throws {
        struct Rotating: TokenProvider {
            func token() async throws -> APIToken { try APIToken("sk_old") }
            func replacement(for rejected: APIToken) async throws -> APIToken? { try APIToken("sk_new") }
        }
        let refusal = MockAnswer.json(#"{"code":"UNAUTHORIZED","message":"no","retryable":false}"#, status: 401)
        let transport = MockTransport([
            MockExchange(.get("/parse_runs/pr_1").header("Authorization", "Bearer sk_old"), answer: refusal),
            MockExchange(.get("/parse_runs/pr_1").header("Authorization", "Bearer sk_new"), answer: Self.run),
            MockExchange(answer: refusal), MockExchange(answer: refusal),
        ])
        let client = ParseClient(tokens: Rotating(), transport: transport)
        #expect(try await client.parseRun("pr_1").status == .processing)
        let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
        #expect(error?.code == .unauthorized)
        try transport.verify()
    }

    /// Refuses every token but the newest.
    private final class Vault: TokenProvider, Transport {
        let capabilities = TransportCapabilities.streaming
        private let state = Mutex((current: 0, asked: 0))
        private let accepted: Int

        init(accepting number: Int) {
            accepted = number
        }

        var asked: Int { state.withLock { $0.asked } }

        func token() async throws -> APIToken { try APIToken("sk_0") }

        func replacement(for rejected: APIToken) async throws -> APIToken? {
            let number = state.withLock { state in
                state.asked += 1
                return state.asked
            }
            for _ in 0..<50 { await Task.yield() }
            return try APIToken("sk_\(number)")
        }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            let isAccepted = request.headers["Authorization"] == "Bearer sk_\(accepted)"
            let json = isAccepted ? #"{"id":"pr_1","status":"PROCESSING"}"# : #"{"code":"UNAUTHORIZED","message":"no"}"#
            return TransportResponse(
                head: ResponseHead(status: isAccepted ? 200 : 401), body: ResponseBody(Array(json.utf8)))
        }
    }

    @Test("A45 Fifty calls that are refused at once ask for another token once, and later ones use it")
    func a45_oneRefresh() async throws {
        let vault = Vault(accepting: 1)
        let client = ParseClient(tokens: vault, transport: vault)
        try await withThrowingTaskGroup(of: ParseRun.self) { group in
            for _ in 0..<50 { group.addTask { try await client.parseRun("pr_1") } }
            for try await run in group { #expect(run.status == .processing) }
        }
        #expect(try await client.parseRun("pr_1").status == .processing)
        #expect(vault.asked == 1)
    }

    @Test("A46 A second refusal is final for the call; the next call asks again")
    func a46_final() async throws {
        let vault = Vault(accepting: 2)
        let client = ParseClient(tokens: vault, transport: vault)
        let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
        #expect(error?.code == .unauthorized && vault.asked == 1)
        #expect(try await client.parseRun("pr_1").status == .processing)
        #expect(vault.asked == 2)
    }

    @Test("A49 A gateway's problem details are told: the problem's name, its words and the policies that were violated")
    func a49_problem() async throws {
        let problem = MockAnswer.json(
            #"""
            {"type":"https://iana.org/assignments/http-problem-types#quota-exceeded","title":"Quota exceeded",
            "detail":"Too many requests","violated-policies":["burst","daily"]}
            """#,
            status: 429, headers: ["Retry-After": "3600"])
        let client = try ParseClient(token: "sk_1", transport: MockTransport([MockExchange(answer: problem)]))
        let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
        #expect(error?.code == .rateLimited && error?.serverCode?.rawValue == "quota-exceeded")
        #expect(error?.message == "Too many requests (burst, daily)")
        #expect(error?.attempts.first?.decision == .exhausted(.serverDelay))
    }

    @Test("What a client does is told as it does it, and can be read as a sequence")
    func observer() async throws {
        let clock = ManualClock(.jumping)
        let api = SimulatedParseAPI(time: clock.timeSource)
        api.add(try .processed("pr_1", output: SampleDocument(pages: 2).output))
        api.inject(.status(503), atCall: 1)
        api.inject(.reset, atDownload: 1)
        let events = ClientEvents()
        let client = try api.client(configuration: .init().with { $0.observer = events })
        for try await _ in client.chunks(of: "pr_1") {}
        var seen: [String] = []
        for await event in events.stream {
            seen.append("\(event)")
            #expect(event.runID == "pr_1")
            if seen.count == 5 { break }
        }
        #expect(seen[0].hasPrefix("parseRun pr_1: attempt #1 after 0 s: 503"))
        #expect(seen[1].hasPrefix("parseRun pr_1: waits"))
        #expect(seen[2].hasPrefix("parseRun pr_1: attempt #2"))
        #expect(seen[3].hasPrefix("output pr_1: attempt #1"))
        #expect(seen[4].hasPrefix("output pr_1: waits"))
    }
}
