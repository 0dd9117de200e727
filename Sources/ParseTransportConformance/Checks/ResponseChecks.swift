import LoopbackServer
import ParseTransport

/// What comes back: status, length and body.
extension ConformanceBench {
    func checkStatuses() async throws {
        for status in [200, 202, 404, 429, 500, 599] {
            let answer = LoopbackAnswer.response(status: status, headers: [("X-One", "1")], body: "hello")
            let server = try LoopbackServer(always: answer)
            let response = try await transport.send(TransportRequest(url: server.url()))
            expect("The status", response.status, is: status)
            expect("The field `X-One`", response.headers["x-one"], is: "1")
            expect("The length of a body of 5 bytes", response.body.length, is: 5)
            expect("The body", try await response.body.collect(upTo: 1_000), is: "hello")
        }
    }

    func checkHeadBeforeBody() async throws {
        let (first, second) = (LoopbackGate(), LoopbackGate())
        // With a type, so that no stack waits for bytes to guess it by.
        let head = LoopbackAnswer.head(200, [("Content-Length", "6"), ("Content-Type", "application/json")])
        let server = try LoopbackServer(
            always: .steps(.text(head), .wait(first), .text("one"), .wait(second), .text("two")))
        // What comes too late is found by its gate; the server then goes on, so that the case comes to an end.
        let (returned, read) = (LoopbackGate(), LoopbackGate())
        let reading = Task { [transport] () async throws(TransportError) in
            let response = try await transport.send(TransportRequest(url: server.url()))
            returned.open()
            var pieces: [[UInt8]] = []
            for try await piece in response.body {
                pieces.append(Array(piece))
                read.open()
            }
            return pieces
        }
        await expect(returned, opensOr: "`send` did not return with the head, while the body was still to come,")
        first.open()
        await expect(read, opensOr: "No piece came before the last byte did")
        second.open()
        expect("The pieces", try await reading.value, is: [Array("one".utf8), Array("two".utf8)])
    }

    func checkUnknownLength() async throws {
        let server = try LoopbackServer(always: .chunked(pieces: [Array("one ".utf8), Array("two".utf8)]))
        let response = try await transport.send(TransportRequest(url: server.url()))
        expect("The length of a chunked body", response.body.length, is: nil)
        expect("The body", try await response.body.collect(upTo: 1_000), is: "one two")
    }

    func checkCloseDelimitedBody() async throws {
        let server = try LoopbackServer(always: .steps(.text("HTTP/1.1 200 OK\r\n\r\nuntil the end"), .close))
        let response = try await transport.send(TransportRequest(url: server.url()))
        expect("The status", response.status, is: 200)
        expect("The length of a body without one", response.body.length, is: nil)
        expect("The body", try await response.body.collect(upTo: 1_000), is: "until the end")
    }

    func checkHeadRequest() async throws {
        let server = try LoopbackServer(always: .headOnly(headers: [("Content-Length", "1000"), ("ETag", "\"e\"")]))
        let response = try await transport.send(TransportRequest(method: .head, url: server.url()))
        expect("The field `Content-Length`", response.headers["content-length"], is: "1000")
        expect("The field `ETag`", response.headers["etag"], is: "\"e\"")
        expect("The length of the body of an answer to HEAD", response.body.length, is: 0)
        expect("The body", try await response.body.collect(upTo: 1_000), is: "")
    }

    func checkStatusWithoutBody() async throws {
        for status in [204, 304] {
            let server = try LoopbackServer(always: .headOnly(status: status, headers: [("ETag", "\"e\"")]))
            let (head, body) = try await exchange(TransportRequest(url: server.url()))
            expect("The status", head.status, is: status)
            expect("The field `ETag`", head.headers["etag"], is: "\"e\"")
            expect("The body", body, is: "")
        }
    }

    func checkRange() async throws {
        let bytes = (0..<1_000).map(LoopbackAnswer.patternByte(at:))
        let server = try LoopbackServer { .object(bytes, etag: "\"v1\"", for: $0) }
        let request = TransportRequest(url: server.url(), headers: ["Range": "bytes=100-199", "If-Match": "\"v1\""])
        let (head, body) = try await exchange(request)
        expect("The status", head.status, is: 206)
        expect("The field `Content-Range`", head.headers["content-range"], is: "bytes 100-199/1000")
        expect("The bytes from 100 to 199", body, is: Array(bytes[100..<200]))
    }

    func checkContentCoding() async throws {
        // "hello" in a stored block, as gzip writes it.
        let encoded: [UInt8] =
            [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 5, 0, 0xFA, 0xFF] + Array("hello".utf8)
            + [0x86, 0xA6, 0x10, 0x36, 5, 0, 0, 0]
        let server = try LoopbackServer(always: .response(headers: [("Content-Encoding", "gzip")], body: encoded))
        let response = try await transport.send(TransportRequest(url: server.url()))
        expect("The length, in bytes as sent", response.body.length, is: Int64(encoded.count))
        let body = try await response.body.collect(upTo: 1_000)
        if transport.capabilities.decompressesBodies {
            expect("The body, which is decompressed as declared", body, is: Array("hello".utf8))
        } else {
            expect("The body, byte for byte as sent", body, is: encoded)
            let asked = server.requests.first?["Accept-Encoding"]
            expect("Whether a coding was asked for", asked == nil || asked == "identity", is: true)
        }
    }

    func checkBodyReadOnce() async throws {
        let server = try LoopbackServer(always: .response(body: "once"))
        let response = try await transport.send(TransportRequest(url: server.url()))
        expect("The body", try await response.body.collect(upTo: 1_000), is: "once")
        do throws(TransportError) {
            let again = try await response.body.collect(upTo: 1_000)
            find("A second reader: expected bodyAlreadyConsumed, but got \(again.count) bytes.")
        } catch {
            expect(.fault(error), failsAs: .bodyAlreadyConsumed, .receivingBody)
        }
    }
}
