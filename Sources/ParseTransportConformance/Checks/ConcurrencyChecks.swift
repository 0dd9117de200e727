import LoopbackServer
import ParseTransport

/// Many exchanges at once, and peers that are held back.
extension ConformanceBench {
    func checkConcurrentExchanges() async throws {
        let server = try LoopbackServer { .response(body: String(repeating: $0.target, count: 2_000)) }
        await withTaskGroup { group in
            for index in 0..<50 {
                group.addTask { [self] in
                    let target = "/item-\(index)"
                    switch await result(of: TransportRequest(url: server.url(path: target))) {
                    case .response(_, let body):
                        expect("The body of \(target)", body, is: String(repeating: target, count: 2_000))
                    case .fault(let error): find("One of fifty exchanges failed: \(error)")
                    }
                }
            }
        }
        expect("The number of requests", server.requests.count, is: 50)
    }

    func checkUnreadBodyBlocksNobody() async throws {
        let streams = transport.capabilities.streamsWithBackpressure
        let unread = LoopbackGate()
        let server = try LoopbackServer { request in
            if request.path == "/small" { return .response(body: "small") }
            if streams { return .generated(100 << 20, whenBlocked: unread) }
            return .steps(.text(LoopbackAnswer.head(200, [("Content-Length", "1000")])), .open(unread), .stall())
        }
        let large = try await transport.send(TransportRequest(url: server.url(path: "/large")))
        await expect(unread, opensOr: "The peer of an unread body was not held back")
        for _ in 0..<10 {
            let (_, body) = try await exchange(TransportRequest(url: server.url(path: "/small")))
            expect("The body of a small response", body, is: "small")
        }
        expect("The length of the unread body", large.body.length, is: streams ? 100 << 20 : 1_000)
    }

    func checkBackpressure() async throws {
        let blocked = LoopbackGate()
        let size = options.maximumUnreadBytes * 2
        let server = try LoopbackServer(always: .generated(size, whenBlocked: blocked))
        let response = try await transport.send(TransportRequest(url: server.url(), version: .http1))
        await expect(blocked, opensOr: "While nobody read, the peer was not held back")
        let sent = server.bytesSent
        if sent >= options.maximumUnreadBytes {
            find("While nobody read: expected fewer than \(options.maximumUnreadBytes) bytes sent, but got \(sent).")
        }
        var pattern = PatternCheck()
        for try await piece in response.body { pattern.check(piece) }
        expect("The number of bytes that arrived", pattern.offset, is: size)
        expect("Whether they are those that were sent", pattern.isIntact, is: true)
    }

    func checkLateReader() async throws {
        let blocked = LoopbackGate()
        let size = options.maximumUnreadBytes * 5 / 4
        let server = try LoopbackServer(always: .generated(size, whenBlocked: blocked))
        let request = TransportRequest(url: server.url(), timeouts: TransportTimeouts(idle: options.idle))
        let response = try await transport.send(request)
        // Opens after 200 milliseconds without progress, twice the silence that is allowed by default.
        await expect(blocked, opensOr: "While nobody read, the peer was not held back")
        expect("The number of bytes", try await response.body.collect(upTo: size).count, is: size)
    }
}
