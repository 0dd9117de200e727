import LoopbackServer
import ParseTransport
import Testing

@Suite("Redirects and demands for a password are responses", .timeLimit(.minutes(1)))
struct RedirectTests {
    @Test(
        "A redirect to another origin is returned, and the other origin hears nothing",
        arguments: [301, 302, 303, 307, 308], Adapter.allCases)
    func otherOrigin(_ status: Int, on adapter: Adapter) async throws {
        let other = try LoopbackServer(always: .response(body: "stolen"))
        let server = try LoopbackServer(always: .redirect(status: status, to: other.origin + "/elsewhere"))
        let request = TransportRequest(
            url: server.url(path: "/start"),
            headers: ["Authorization": "Bearer secret", "X-Api-Key": "secret"]
        )
        let (head, body) = try await adapter.makeTransport().exchange(request)
        #expect(head.status == status)
        #expect(head.headers["location"] == other.origin + "/elsewhere")
        #expect(body == Array("moved".utf8))
        #expect(server.requests.map(\.target) == ["/start"])
        #expect(server.requests.first?["Authorization"] == "Bearer secret")
        #expect(other.acceptedConnections == 0)
    }

    @Test("A redirect within the origin is returned too", arguments: [302, 307, 308], Adapter.allCases)
    func sameOrigin(_ status: Int, on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .redirect(status: status, to: "/elsewhere"))
        let (head, _) = try await adapter.makeTransport().exchange(TransportRequest(url: server.url(path: "/start")))
        #expect(head.status == status)
        #expect(server.requests.count == 1)
    }

    @Test("A 401 that names a scheme is returned and not asked again", arguments: Adapter.allCases)
    func unauthorized(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .unauthorized)
        let (head, body) = try await adapter.makeTransport().exchange(TransportRequest(url: server.url()))
        #expect(head.status == 401)
        #expect(head.headers["www-authenticate"]?.hasPrefix("Basic") == true)
        #expect(server.requests.count == 1)
        // URLSession on Linux gives the body up with the challenge.
        if adapter == .curl { #expect(body == Array("who are you?".utf8)) }
    }

    @Test("Cookies are neither kept nor sent", arguments: Adapter.allCases)
    func cookies(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .response(headers: [("Set-Cookie", "session=1; Path=/")]))
        let transport = adapter.makeTransport()
        for _ in 0..<2 { _ = try await transport.exchange(TransportRequest(url: server.url())) }
        #expect(server.requests.count == 2)
        #expect(server.requests.allSatisfy { $0["Cookie"] == nil })
    }
}
