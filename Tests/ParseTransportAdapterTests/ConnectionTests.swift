import LoopbackServer
import ParseTransport
import ParseTransportCurl
import Testing

@Suite("Connections", .timeLimit(.minutes(1)))
struct ConnectionTests {
    @Test("Requests one after the other share a connection", arguments: Adapter.allCases)
    func reuse(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .response(body: "again"))
        let transport = adapter.makeTransport()
        for _ in 0..<5 { _ = try await transport.exchange(TransportRequest(url: server.url())) }
        #expect(server.requests.count == 5)
        #expect(server.acceptedConnections == 1)
    }

    @Test("No more connections to a host than configured, and waiting for one is not timed")
    func connectionLimit() async throws {
        let blocked = LoopbackGate()
        let server = try LoopbackServer { request in
            request.path == "/large" ? .generated(50_000_000, whenBlocked: blocked) : .response(body: "small")
        }
        let transport = CurlTransport(configuration: .direct.with { $0.maxConnectionsPerHost = 1 })
        let large = try await transport.send(TransportRequest(url: server.url(path: "/large")))
        let small = TransportRequest(
            url: server.url(path: "/small"),
            timeouts: TransportTimeouts(connect: .milliseconds(50), idle: .milliseconds(150))
        )
        async let waiting = transport.exchange(small).body
        await blocked.opened()
        #expect(server.requests.map(\.path) == ["/large"])
        #expect(try await large.body.collect(upTo: 50_000_000).count == 50_000_000)
        #expect(try await waiting == Array("small".utf8))
        #expect(server.acceptedConnections == 1)
    }

    /// A server that answers the first request of a connection and closes on the second without a byte.
    private func forgetfulServer() throws -> LoopbackServer {
        try LoopbackServer { $0["X-Second"] == nil || $0.connection > 1 ? .response(body: "ok") : .closeBeforeAnyByte }
    }

    @Test("What is not idempotent is not sent again where a pooled connection broke")
    func notSentTwice() async throws {
        let server = try forgetfulServer()
        let transport = CurlTransport(configuration: .direct)
        _ = try await transport.exchange(TransportRequest(url: server.url()))
        let post = TransportRequest(method: .post, url: server.url(), headers: ["X-Second": "1"], body: [1, 2, 3])
        let error = await transport.fault(of: post)
        #expect(error?.signature == FaultSignature(kind: .connectionBroken, phase: .awaitingResponse))
        #expect(error?.onReusedConnection == true)
        #expect(server.requests.map(\.method) == ["GET", "POST"])
    }

    @Test("What is idempotent reaches the server over a new connection where a pooled one broke")
    func sentAgain() async throws {
        let server = try forgetfulServer()
        let transport = CurlTransport(configuration: .direct)
        _ = try await transport.exchange(TransportRequest(url: server.url()))
        let get = TransportRequest(url: server.url(), headers: ["X-Second": "1"])
        #expect(try await transport.exchange(get).body == Array("ok".utf8))
        #expect(server.acceptedConnections == 2)
    }

    @Test("An error tells whether its connection had served before")
    func reusedInErrors() async throws {
        let server = try LoopbackServer { $0.path == "/broken" ? .shortBody : .response(body: "ok") }
        let transport = CurlTransport(configuration: .direct)
        let broken = TransportRequest(url: server.url(path: "/broken"))
        #expect(await transport.fault(of: broken)?.onReusedConnection == false)
        _ = try await transport.exchange(TransportRequest(url: server.url()))
        #expect(await transport.fault(of: broken)?.onReusedConnection == true)
    }
}
