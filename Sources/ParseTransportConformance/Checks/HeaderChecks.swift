import LoopbackServer
import ParseTransport

/// What comes back: the header fields.
extension ConformanceBench {
    private static let repeated = [("X-A", "1"), ("ETag", "\"e\""), ("x-a", "2, 3")]

    func checkRepeatedFields() async throws {
        let server = try LoopbackServer(always: .response(headers: Self.repeated, body: "ok"))
        let head = try await exchange(TransportRequest(url: server.url())).head
        let values = head.headers.values(for: "x-a").joined(separator: ",").filter { $0 != " " }
        expect("The values of `X-A: 1` and `x-a: 2, 3`", values, is: "1,2,3")
        expect("The field `ETag`", head.headers["etag"], is: "\"e\"")
    }

    func checkFieldOrder() async throws {
        let server = try LoopbackServer(always: .response(headers: Self.repeated, body: "ok"))
        let head = try await exchange(TransportRequest(url: server.url())).head
        expect("The names", head.headers.map(\.name), is: ["X-A", "ETag", "x-a", "Content-Length"])
        expect("The values of `x-a`", head.headers.values(for: "x-a"), is: ["1", "2, 3"])
    }

    func checkFoldedField() async throws {
        let text = "HTTP/1.1 200 OK\r\nX-A: one\r\n \ttwo\r\nContent-Length: 0\r\n\r\n"
        let server = try LoopbackServer(always: .steps(.text(text)))
        let head = try await exchange(TransportRequest(url: server.url())).head
        expect("The field `X-A`", head.headers["x-a"], is: "one two")
    }

    func checkInterimResponses() async throws {
        let early = "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n"
        let final = LoopbackAnswer.head(200, [("Content-Length", "2")])
        let server = try LoopbackServer(always: .steps(.text(early + early + final + "ok")))
        let (head, body) = try await exchange(TransportRequest(url: server.url()))
        expect("The status", head.status, is: 200)
        expect("The fields", head.headers.map { "\($0.name.lowercased()): \($0.value)" }, is: ["content-length: 2"])
        expect("The body", body, is: "ok")
    }

    func checkTrailers() async throws {
        let trailers = [("X-Late", "1"), ("X-Later", "2")]
        let server = try LoopbackServer(always: .chunked(pieces: [Array("one".utf8)], trailers: trailers))
        let (head, body) = try await exchange(TransportRequest(url: server.url()))
        expect("The body", body, is: "one")
        expect("The field `X-Late`, which is a trailer", head.headers["x-late"], is: nil)
    }

    func checkLargeHeaderBlock() async throws {
        let fields = max(1, options.headerLimits.fields - 10)
        let each = max(20, options.headerLimits.bytes / fields * 3 / 4)
        let server = try LoopbackServer(always: .headerBlock(fields: fields, bytesEach: each))
        let (head, body) = try await exchange(TransportRequest(url: server.url()))
        let received = head.headers.filter { $0.name.lowercased().hasPrefix("x-field-") }
        expect("The number of fields", received.count, is: fields)
        expect("The bytes of their values", received.map(\.value.utf8.count), is: received.map { _ in each - 12 })
        expect("The body", body, is: "small")
    }
}
