import LoopbackServer
import ParseTransport

/// What a transport does not do on its own.
extension ConformanceBench {
    func checkRedirectToAnotherOrigin() async throws {
        for status in [301, 302, 303, 307, 308] {
            let other = try LoopbackServer(always: .response(body: "stolen"))
            let server = try LoopbackServer(always: .redirect(status: status, to: other.origin + "/elsewhere"))
            let request = TransportRequest(
                url: server.url(path: "/start"),
                headers: ["Authorization": "Bearer secret", "X-Api-Key": "secret"]
            )
            let (head, body) = try await exchange(request)
            expect("The status", head.status, is: status)
            expect("The field `Location`", head.headers["location"], is: other.origin + "/elsewhere")
            expect("The body", body, is: "moved")
            expect("The targets that the server was asked for", server.requests.map(\.target), is: ["/start"])
            expect("The key that it was sent", server.requests.first?["Authorization"], is: "Bearer secret")
            expect("The connections to the other origin", other.acceptedConnections, is: 0)
        }
    }

    func checkRedirectWithinOrigin() async throws {
        for status in [301, 302, 303, 307, 308] {
            let server = try LoopbackServer(always: .redirect(status: status, to: "/elsewhere"))
            let (head, body) = try await exchange(TransportRequest(url: server.url(path: "/start")))
            expect("The status", head.status, is: status)
            expect("The body", body, is: "moved")
            expect("The targets that the server was asked for", server.requests.map(\.target), is: ["/start"])
        }
    }

    func checkUnauthorized() async throws {
        let server = try LoopbackServer(always: .unauthorized)
        let (head, _) = try await exchange(TransportRequest(url: server.url()))
        expect("The status", head.status, is: 401)
        expect("The scheme", head.headers["www-authenticate"]?.prefix(5), is: "Basic")
        expect("The number of requests", server.requests.count, is: 1)
    }

    func checkUnauthorizedBody() async throws {
        let server = try LoopbackServer(always: .unauthorized)
        expect("The body", try await exchange(TransportRequest(url: server.url())).body, is: "who are you?")
    }

    func checkNoCookies() async throws {
        let server = try LoopbackServer(always: .response(headers: [("Set-Cookie", "session=1; Path=/")]))
        for _ in 0..<2 { _ = try await exchange(TransportRequest(url: server.url())) }
        expect("The `Cookie` of two requests", server.requests.map { $0["Cookie"] }, is: [nil, nil])
    }

    func checkNoCachedAnswers() async throws {
        let kept = [("Cache-Control", "public, max-age=3600"), ("ETag", "\"e\"")]
        let server = try LoopbackServer(always: .response(headers: kept, body: "fresh"))
        for _ in 0..<2 { expect("The body", try await exchange(TransportRequest(url: server.url())).body, is: "fresh") }
        expect("The conditions of two requests", server.requests.map { $0["If-None-Match"] }, is: [nil, nil])
    }
}
