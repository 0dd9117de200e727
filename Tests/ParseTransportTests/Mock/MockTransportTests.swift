import ParseTransport
import Testing

@Suite("MockTransport")
struct MockTransportTests {
    private let path = "https://api.example.com/parse_runs/pr_1"

    @Test("Exchanges are played in order, each once")
    func inOrder() async throws {
        let mock = MockTransport([
            MockExchange(.get("/parse_runs/pr_1"), answer: .response(status: 429)),
            MockExchange(.get("/parse_runs/pr_1"), answer: .json(#"{"id": "pr_1"}"#)),
        ])
        #expect(mock.remaining.count == 2)
        #expect(try await mock.send(TransportRequest(.get, path)).status == 429)
        let response = try await mock.send(TransportRequest(.get, path))
        #expect(response.status == 200)
        #expect(response.headers["content-type"] == "application/json")
        #expect(response.headers["Content-Length"] == "14")
        #expect(try await response.body.collect(upTo: 14) == Array(#"{"id": "pr_1"}"#.utf8))
        #expect(mock.remaining.isEmpty)
        #expect(mock.requests.count == 2)
        try mock.verify()
        let error = await #expect(throws: TransportError.self) { try await mock.send(TransportRequest(.get, path)) }
        #expect(error?.kind == .unexpectedRequest)
        #expect(error?.message.contains("The script is at its end.") == true)
    }

    @Test("A request that does not match leaves the script where it was, and is told apart")
    func unexpected() async throws {
        let mock = MockTransport([MockExchange(.get("/a"), answer: .response(status: 200))])
        let error = await #expect(throws: TransportError.self) {
            try await mock.send(
                TransportRequest(.post, "https://h/a?key=topsecret", headers: ["Authorization": "topsecret"]))
        }
        #expect(error?.kind == .unexpectedRequest)
        #expect(error?.phase == .notSent)
        #expect(
            error?.message == """
                POST https://h/a?key=<redacted> [Authorization: <redacted>] was not expected. \
                The script expects GET /a next.
                """)
        #expect(mock.requests.count == 1)
        #expect(mock.remaining.count == 1)
        #expect(try await mock.send(TransportRequest(.get, "https://h/a")).status == 200)
        let difference = try #require(throws: MockScriptError.self) { try mock.verify() }
        #expect(difference.unsent.isEmpty)
        #expect(difference.unexpected.count == 1)
    }

    @Test("verify() names what was not sent and what was not expected, in order, a line each")
    func verify() async throws {
        let mock = MockTransport()
        mock.expect(
            MockExchange(.get("/a"), answer: .response(status: 200)),
            MockExchange(
                .request(.delete, "/b"),
                answer: .failure(TransportError(.timedOut, phase: .awaitingResponse, message: "Silence."))
            )
        )
        _ = try? await mock.send(TransportRequest(.get, "https://h/c"))
        let difference = try #require(throws: MockScriptError.self) { try mock.verify() }
        #expect(
            difference.description == """
                not sent: GET /a → 200
                not sent: DELETE /b → timedOut (awaitingResponse): Silence.
                not expected: GET https://h/c [] was not expected. The script expects GET /a next.
                """)
    }

    @Test("A scripted fault is thrown as it is")
    func failure() async throws {
        let fault = TransportError(.connectionRefused, phase: .notSent, message: "No.", onReusedConnection: true)
        let mock = MockTransport([MockExchange(answer: .failure(fault))])
        await #expect(throws: fault) { try await mock.send(TransportRequest(.get, path)) }
        try mock.verify()
    }

    @Test("A request no transport could send is refused, and takes nothing from the script")
    func invalid() async throws {
        let mock = MockTransport([MockExchange(answer: .response(status: 200))])
        let error = await #expect(throws: TransportError.self) {
            try await mock.send(TransportRequest(.get, "ftp://h/"))
        }
        #expect(error?.kind == .invalidRequest)
        #expect(mock.remaining.count == 1)
    }

    @Test("It claims what it is told to claim")
    func capabilities() {
        #expect(MockTransport().capabilities == .streaming)
        #expect(MockTransport(capabilities: .buffering).capabilities == .buffering)
    }

    @Test("Concurrent requests take one exchange each")
    func concurrent() async throws {
        let count = 200
        let mock = MockTransport((0..<count).map { MockExchange(answer: .response(status: 200 + $0)) })
        let request = try TransportRequest(.get, path)
        let statuses = await withTaskGroup(of: Int?.self) { group in
            for _ in 0..<count { group.addTask { try? await mock.send(request).status } }
            return await group.reduce(into: Set<Int?>()) { $0.insert($1) }
        }
        #expect(statuses == Set((0..<count).map { 200 + $0 }))
        try mock.verify()
    }
}
