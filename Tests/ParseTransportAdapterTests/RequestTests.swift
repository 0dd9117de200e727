import LoopbackServer
import ParseTransport
import ParseTransportCurl
import Testing

@Suite("What reaches the server", .timeLimit(.minutes(1)))
struct RequestTests {
    @Test(
        "The target, byte for byte",
        arguments: [
            "/", "/?", "/?q", "/a//b", "/a/../b/./c", "/a%2Fb%2f", "/%41%7e~", "/a+b%20c?x=%2B&y=a+b&z=%e2%82%ac",
            "/o?X-Amz-Signature=0a%2F1b&X-Amz-Credential=A%2Fus-east-1%2Fs3", "/;p=1,2:@!$'()*",
        ])
    func target(_ target: String) async throws {
        let server = try LoopbackServer(always: .response())
        _ = try await CurlTransport(configuration: .direct).exchange(TransportRequest(url: server.url(path: target)))
        #expect(server.requests.map(\.target) == [target])
    }

    @Test("CurlTransport adds nothing but the host and the framing")
    func nothingAdded() async throws {
        let server = try LoopbackServer(always: .response())
        let transport = CurlTransport(configuration: .direct)
        _ = try await transport.exchange(TransportRequest(url: server.url()))
        _ = try await transport.exchange(
            TransportRequest(method: .post, url: server.url(), headers: ["X-Empty": ""], body: [1]))
        #expect(server.requests[0].headers.map(\.name) == ["Host"])
        #expect(server.requests[1].headers.map(\.name) == ["Host", "X-Empty", "Content-Length"])
        #expect(server.requests[1]["X-Empty"]?.isEmpty == true)
    }

    @Test("URLSessionTransport asks for no compression unless told to")
    func identity() async throws {
        let server = try LoopbackServer(always: .response())
        let transport = Adapter.urlSession.makeTransport()
        _ = try await transport.exchange(TransportRequest(url: server.url()))
        _ = try await transport.exchange(TransportRequest(url: server.url(), headers: ["accept-encoding": "gzip"]))
        #expect(server.requests.map { $0["Accept-Encoding"] } == ["identity", "gzip"])
    }
}
