import LoopbackServer
import ParseTransport
import ParseTransportCurl
import Testing

@Suite("What comes back from the server", .timeLimit(.minutes(1)))
struct ResponseTests {
    @Test("Status, fields, length and body", arguments: [200, 202, 404, 429, 500, 599], Adapter.allCases)
    func whole(_ status: Int, on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .response(status: status, headers: [("X-One", "1")], body: "hello"))
        let transport = adapter.makeTransport()
        let response = try await transport.send(TransportRequest(url: server.url()))
        #expect(response.status == status)
        #expect(response.headers["x-one"] == "1")
        #expect(response.body.length == 5)
        #expect(try await response.body.collect(upTo: 5) == Array("hello".utf8))
    }

    @Test("A chunked body has no length", arguments: Adapter.allCases)
    func chunked(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .chunked(pieces: [Array("one ".utf8), Array("two".utf8)]))
        let transport = adapter.makeTransport()
        let response = try await transport.send(TransportRequest(url: server.url()))
        #expect(response.body.length == nil)
        #expect(try await response.body.collect(upTo: 100) == Array("one two".utf8))
    }

    // URLSession on Linux: see `LinuxURLSessionTests.trailersEndTheProcess`.
    @Test("Trailers are no part of the head", arguments: [Adapter.curl])
    func trailers(on adapter: Adapter) async throws {
        let server = try LoopbackServer(
            always: .chunked(pieces: [Array("one".utf8)], trailers: [("X-Late", "1"), ("X-Later", "2")]))
        let (head, body) = try await adapter.makeTransport().exchange(TransportRequest(url: server.url()))
        #expect(body == Array("one".utf8))
        #expect(head.headers["x-late"] == nil)
    }

    @Test("A body that lasts until the connection closes", arguments: Adapter.allCases)
    func closeDelimited(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .steps(.text("HTTP/1.1 200 OK\r\n\r\nuntil the end"), .close))
        let (head, body) = try await adapter.makeTransport().exchange(TransportRequest(url: server.url()))
        #expect(head.status == 200)
        #expect(body == Array("until the end".utf8))
    }

    @Test("The head comes before the body does", arguments: [Adapter.curl])
    func headFirst(on adapter: Adapter) async throws {
        let (first, second) = (LoopbackGate(), LoopbackGate())
        let server = try LoopbackServer(
            always: .steps(
                .text(LoopbackAnswer.head(200, [("Content-Length", "6")])), .wait(first), .text("one"), .wait(second),
                .text("two")))
        let transport = adapter.makeTransport()
        var body = try await transport.send(TransportRequest(url: server.url())).body.makeAsyncIterator()
        first.open()
        #expect(try await body.next().map(Array.init) == Array("one".utf8))
        second.open()
        #expect(try await body.next().map(Array.init) == Array("two".utf8))
        #expect(try await body.next() == nil)
    }

    @Test("HEAD has the fields and no body", arguments: Adapter.allCases)
    func head(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .headOnly(headers: [("Content-Length", "1000"), ("ETag", "\"e\"")]))
        let transport = adapter.makeTransport()
        let response = try await transport.send(TransportRequest(method: .head, url: server.url()))
        #expect(response.headers["content-length"] == "1000")
        #expect(response.headers["etag"] == "\"e\"")
        #expect(response.body.length == 0)
        #expect(try await response.body.collect(upTo: 10).isEmpty)
    }

    @Test("A status without a body", arguments: [204, 304], Adapter.allCases)
    func noBody(_ status: Int, on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .headOnly(status: status, headers: [("ETag", "\"e\"")]))
        let (head, body) = try await adapter.makeTransport().exchange(TransportRequest(url: server.url()))
        #expect(head.status == status)
        #expect(body.isEmpty)
    }

    @Test("Repeated fields are kept apart, in order, with the spelling of their names")
    func repeatedFields() async throws {
        let server = try LoopbackServer(
            always: .response(headers: [("X-A", "1"), ("ETag", "\"e\""), ("x-a", "2, 3")], body: ""))
        let head = try await CurlTransport(configuration: .direct).exchange(TransportRequest(url: server.url())).head
        #expect(head.headers.map(\.name) == ["X-A", "ETag", "x-a", "Content-Length"])
        #expect(head.headers.values(for: "x-a") == ["1", "2, 3"])
    }

    @Test("A folded field is one field", arguments: [Adapter.curl])
    func folded(on adapter: Adapter) async throws {
        let text = "HTTP/1.1 200 OK\r\nX-A: one\r\n \ttwo\r\nContent-Length: 0\r\n\r\n"
        let server = try LoopbackServer(always: .steps(.text(text)))
        let head = try await adapter.makeTransport().exchange(TransportRequest(url: server.url())).head
        #expect(head.headers["x-a"] == "one two")
    }

    @Test("Interim heads are passed over", arguments: [Adapter.curl])
    func interim(on adapter: Adapter) async throws {
        let early = "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n"
        let server = try LoopbackServer(
            always: .steps(.text(early + early + LoopbackAnswer.head(200, [("Content-Length", "2")]) + "ok")))
        let (head, body) = try await adapter.makeTransport().exchange(TransportRequest(url: server.url()))
        #expect(head == ResponseHead(status: 200, headers: ["Content-Length": "2"]))
        #expect(body == Array("ok".utf8))
    }

    @Test("Compressed bytes come as they were sent")
    func compressed() async throws {
        let bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0, 1]
        let server = try LoopbackServer(always: .response(headers: [("Content-Encoding", "gzip")], body: bytes))
        let transport = CurlTransport(configuration: .direct)
        let response = try await transport.send(TransportRequest(url: server.url()))
        #expect(response.body.length == 13)
        #expect(try await response.body.collect(upTo: 100) == bytes)
        #expect(server.requests.first?["Accept-Encoding"] == nil)
    }

    @Test("The limits on the header block can be moved", arguments: Adapter.allCases)
    func headerLimits(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .headerBlock(fields: 20, bytesEach: 100))
        for (limits, kind) in [
            (HeaderLimits(bytes: 10_000, fields: 30), nil),
            (HeaderLimits(bytes: 1_000, fields: 30), TransportError.Kind.headersTooLarge),
            (HeaderLimits(bytes: 10_000, fields: 10), .headersTooLarge),
        ] {
            let transport = adapter.makeTransport(headerLimits: limits)
            #expect(await transport.fault(of: TransportRequest(url: server.url()))?.kind == kind)
        }
    }

    @Test("A header line without end is bounded", arguments: [Adapter.curl])
    func endlessHeaderLine(on adapter: Adapter) async throws {
        let server = try LoopbackServer(
            always: .steps(.text("HTTP/1.1 200 OK\r\nX-Endless: " + String(repeating: "a", count: 4 << 20)), .close))
        let error = await adapter.makeTransport().fault(of: TransportRequest(url: server.url()))
        #expect(error?.signature == FaultSignature(kind: .headersTooLarge, phase: .awaitingResponse))
    }

    @Test("One range of an object", arguments: Adapter.allCases)
    func range(on adapter: Adapter) async throws {
        let bytes = (0..<1_000).map(LoopbackAnswer.patternByte(at:))
        let server = try LoopbackServer { .object(bytes, etag: "\"v1\"", for: $0) }
        let request = TransportRequest(url: server.url(), headers: ["Range": "bytes=100-199", "If-Match": "\"v1\""])
        let (head, body) = try await adapter.makeTransport().exchange(request)
        #expect(head.status == 206)
        #expect(head.headers["content-range"] == "bytes 100-199/1000")
        #expect(body == Array(bytes[100..<200]))
    }
}
