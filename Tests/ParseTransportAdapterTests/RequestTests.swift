import Foundation
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

    @Test("A presigned URL, byte for byte", arguments: Adapter.allCases)
    func presigned(on adapter: Adapter) async throws {
        let target = "/bucket/a%20b+c/%D1%84.json?X-Amz-Credential=AK%2F20260101%2Fus&X-Amz-Signature=0f%2B&x=a+b"
        let server = try LoopbackServer(always: .response())
        _ = try await adapter.makeTransport().exchange(TransportRequest(url: server.url(path: target)))
        #expect(server.requests.map(\.target) == [target])
    }

    @Test("A fragment stays here", arguments: Adapter.allCases)
    func fragment(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .response())
        _ = try await adapter.makeTransport().exchange(TransportRequest(url: server.url(path: "/a?b=c#secret")))
        #expect(server.requests.map(\.target) == ["/a?b=c"])
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

    @Test("The request's fields, repeated ones too", arguments: Adapter.allCases)
    func fields(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .response())
        let request = TransportRequest(url: server.url(), headers: ["X-A": "1", "X-A": "2", "If-Match": "\"e\""])
        _ = try await adapter.makeTransport().exchange(request)
        let received = try #require(server.requests.first)
        let values = received.headers.filter { $0.name == "X-A" }.map(\.value).joined(separator: ",")
        #expect(values == "1,2")
        #expect(received["If-Match"] == "\"e\"")
    }

    @Test("A body, small and larger than a socket takes at once", arguments: [0, 5, 3_000_000], Adapter.allCases)
    func body(_ count: Int, on adapter: Adapter) async throws {
        let server = try LoopbackServer { .response(body: $0.body) }
        let bytes = (0..<count).map(LoopbackAnswer.patternByte(at:))
        let request = TransportRequest(method: .post, url: server.url(), body: bytes)
        #expect(try await adapter.makeTransport().exchange(request).body == bytes)
        #expect(server.requests.first?["Content-Length"] == "\(count)")
        #expect(server.requests.first?["Expect"] == nil)
    }

    @Test("Every method", arguments: ["PUT", "DELETE", "PATCH", "OPTIONS"], Adapter.allCases)
    func method(_ name: String, on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .response(body: "done"))
        let request = TransportRequest(method: .init(rawValue: name), url: server.url())
        #expect(try await adapter.makeTransport().exchange(request).body == Array("done".utf8))
        #expect(server.requests.map(\.method) == [name])
    }

    @Test("The framing is the transport's own", arguments: Adapter.allCases)
    func framing(on adapter: Adapter) async throws {
        let server = try LoopbackServer { .response(body: $0.body) }
        let request = TransportRequest(
            method: .post, url: server.url(), headers: ["Content-Length": "1", "Transfer-Encoding": "chunked"],
            body: [1, 2, 3])
        #expect(try await adapter.makeTransport().exchange(request).body == [1, 2, 3])
        #expect(server.requests.first?["Transfer-Encoding"] == nil)
    }

    @Test("A HEAD request with a body is refused", arguments: Adapter.allCases)
    func headWithBody(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .headOnly())
        let error = await adapter.makeTransport().fault(
            of: TransportRequest(method: .head, url: server.url(), body: [1]))
        #expect(error?.kind == .invalidRequest)
        #expect(server.acceptedConnections == 0)
    }
}
