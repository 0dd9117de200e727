import LoopbackServer
import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What reaches the server.
extension ConformanceBench {
    func checkRequestTarget() async throws {
        let target = "/bucket/a%20b+c/%D1%84.json?X-Amz-Credential=AK%2F20260101%2Fus&X-Amz-Signature=0f%2B&x=a+b"
        let server = try LoopbackServer(always: .response())
        _ = try await exchange(TransportRequest(url: server.url(path: target)))
        expect("The target", server.requests.map(\.target), is: [target])
    }

    func checkRequestFragment() async throws {
        let server = try LoopbackServer(always: .response())
        _ = try await exchange(TransportRequest(url: server.url(path: "/a?b=c#secret")))
        expect("The target", server.requests.map(\.target), is: ["/a?b=c"])
    }

    func checkRequestFields() async throws {
        let server = try LoopbackServer(always: .response())
        let request = TransportRequest(url: server.url(), headers: ["X-A": "1", "X-A": "2", "If-Match": "\"e\""])
        _ = try await exchange(request)
        let received = server.requests.first
        let values = received?.headers.filter { $0.name.lowercased() == "x-a" }.map(\.value).joined(separator: ",")
        expect("The values of `X-A: 1` and `X-A: 2`", values?.filter { $0 != " " }, is: "1,2")
        expect("The field `If-Match`", received?["If-Match"], is: "\"e\"")
    }

    func checkRequestBody() async throws {
        for count in [0, 5, 3_000_000] {
            let server = try LoopbackServer { .response(body: $0.body) }
            let bytes = (0..<count).map(LoopbackAnswer.patternByte(at:))
            let (_, body) = try await exchange(TransportRequest(method: .post, url: server.url(), body: bytes))
            expect("The number of bytes that arrived and came back", body.count, is: count)
            expect("Whether they are the same", body == bytes, is: true)
            expect("The field `Content-Length`", server.requests.first?["Content-Length"], is: "\(count)")
            expect("The field `Expect`", server.requests.first?["Expect"], is: nil)
        }
    }

    func checkRequestMethod() async throws {
        for name in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
            let server = try LoopbackServer(always: .response(body: "done"))
            let request = TransportRequest(method: TransportRequest.Method(rawValue: name), url: server.url())
            expect("The body", try await exchange(request).body, is: "done")
            expect("The method", server.requests.map(\.method), is: [name])
        }
    }

    func checkRequestFraming() async throws {
        let server = try LoopbackServer { .response(body: $0.body) }
        let request = TransportRequest(
            method: .post,
            url: server.url(),
            headers: ["Content-Length": "1", "Transfer-Encoding": "chunked"],
            body: Array("whole".utf8)
        )
        expect("The body that arrived and came back", try await exchange(request).body, is: "whole")
        expect("The field `Transfer-Encoding`", server.requests.first?["Transfer-Encoding"], is: nil)
    }

    func checkInvalidRequest() async throws {
        let server = try LoopbackServer(always: .response())
        var requests = [
            TransportRequest(method: .head, url: server.url(), body: [1]),
            TransportRequest(method: TransportRequest.Method(rawValue: "GET /x"), url: server.url()),
            TransportRequest(url: server.url(), headers: ["X-A": "1\r\nX-B: 2"]),
        ]
        for text in ["ftp://127.0.0.1:\(server.port)/", "http://user:pass@127.0.0.1:\(server.port)/"] {
            if let url = URL(string: text) { requests.append(TransportRequest(url: url)) }
        }
        for request in requests { expect(await result(of: request), failsAs: .invalidRequest, .notSent) }
        expect("The number of connections", server.acceptedConnections, is: 0)
    }
}
