import Foundation
import ParseTransport
import Testing

@testable import ParseOutput

@Suite("Going on in another process, row by row")
struct TokenRowsTests {
    private let object = StoredBytes(count: 100_000).with { $0.pieceSize = 10_000 }

    /// Reads until the connection breaks for good, the last chunk having ended at byte 33,333.
    private func interrupted() async throws -> ResumeToken {
        let bench = DownloadBench([object.whole(brokenAfter: 40_000), .failure(.resetBeforeHead)]) {
            $0.maximumOpens = 1
        }
        var tracker = ResumeTracker()
        var pieces = bench.download().makeAsyncIterator()
        for number in 1...4 {
            tracker.take(try #require(try await pieces.next()))
            if number == 4 { tracker.note(chunks: 7, endingAt: 33_333) }
        }
        await #expect(throws: DownloadError.self) { try await pieces.next() }
        return tracker.resumeToken(runID: "pr_1", download: pieces)
    }

    /// What another process finds where the token was stored; whoever forges it leaves its check out.
    private func stored(_ token: ResumeToken, forging change: ((String) -> String)? = nil) throws -> ResumeToken {
        var text = String(decoding: try JSONEncoder().encode(token), as: UTF8.self)
        if let change { text = change(text.replacing(/"check":"[0-9a-f]*",?/, with: "").replacing(",}", with: "}")) }
        return try JSONDecoder().decode(ResumeToken.self, from: Data(text.utf8))
    }

    @Test("C36 A token is small, holds no URL, and another process goes on from it with a URL of its own")
    func c36_anotherProcess() async throws {
        let token = try await interrupted()
        #expect(token.byteOffset == 33_333)
        #expect(token.chunkCount == 7)
        let json = try JSONEncoder().encode(token)
        #expect(json.count <= 512)
        #expect(!String(decoding: json, as: UTF8.self).contains("storage.example"))
        #expect(try stored(token) == token)

        let bench = DownloadBench([object.rest(from: 33_333 - 4_096)])
        let outcome = await bench.run(resumingFrom: try stored(token))
        #expect(outcome.error == nil)
        #expect(outcome.bytes == Array(object.bytes[33_333...]))
        #expect(outcome.requests == ["url1 bytes=29237- If-Match \"v1\""])
        #expect(outcome.urls == 1)
    }

    @Test("C36 What the token was made of is no longer there: nothing of another document is handed out")
    func c36_changedMeanwhile() async throws {
        let token = try stored(try await interrupted())
        let other = object.with { $0.eTag = "\"v2\"" }
        let forged = object.with { $0.bytes[33_332] ^= 1 }
        for answer in [
            .s3(412, "PreconditionFailed"), other.rest(from: 29_237), forged.rest(from: 29_237), other.whole(),
        ] as [MockAnswer] {
            let outcome = await DownloadBench([answer]).run(resumingFrom: token)
            #expect(outcome.error?.code == .outputChanged)
            #expect(outcome.error?.bytesDelivered == 33_333)
            #expect(outcome.bytes.isEmpty)
        }
    }

    @Test("C36 A second break is resumed behind the bytes that the second process read itself")
    func c36_brokenAgain() async throws {
        let token = try stored(try await interrupted())
        let script = [object.rest(from: 29_237, brokenAfter: 14_096), object.rest(from: 43_333 - 4_096)]
        let outcome = await DownloadBench(script).run(resumingFrom: token)
        #expect(outcome.error == nil)
        #expect(outcome.bytes == Array(object.bytes[33_333...]))
        #expect(outcome.requests == ["url1 bytes=29237- If-Match \"v1\"", "url1 bytes=39237- If-Match \"v1\""])
    }

    @Test(
        "C37 A token that contradicts itself is refused when it is read",
        arguments: [
            (#""at":33333"#, #""at":100001"#), (#""at":33333"#, #""at":-1"#), (#""v":1"#, #""v":2"#),
            (#""seam":4096"#, #""seam":4097"#), (#""seam":4096"#, #""seam":-1"#), (#""chunks":7"#, #""chunks":-7"#),
            (#""at":33333"#, #""at":4095"#), (#""of":100000"#, #""of":-100000"#), (#"\"v1\""#, #"v1\r\nX: y"#),
            ("24 Nov", "24 Foo"), ("Tue, 24", #"Tu\r\ne, 24"#), (#""sum":""#, #""sum":"x"#),
            (#""v":1"#, #""v":1,"coding":"br""#),
        ]
    )
    func c37_tampered(_ original: String, _ forged: String) async throws {
        let token = try await interrupted()
        #expect(throws: DecodingError.self) {
            try stored(token) { text in
                #expect(text.contains(original))
                return text.replacingOccurrences(of: original, with: forged)
            }
        }
    }

    @Test("C37 An offset behind the object's end meets a refusal, and nothing is handed out")
    func c37_offsetBeyondEnd() async throws {
        // Without the length the token does not contradict itself, wherever the encoder puts it.
        let token = try stored(try await interrupted()) { text in
            [(#""at":33333"#, #""at":200000"#), (#","of":100000"#, ""), (#""of":100000,"#, "")].reduce(text) {
                $0.replacingOccurrences(of: $1.0, with: $1.1)
            }
        }
        #expect(token.byteOffset == 200_000)
        let outcome = await DownloadBench(over: RangeServer(object)).run(resumingFrom: token)
        #expect(outcome.error?.code == .outputChanged)
        #expect(outcome.error?.bytesDelivered == 200_000)
        #expect(outcome.bytes.isEmpty)
        #expect(outcome.requests == ["url1 bytes=195904- If-Match \"v1\""])
    }

    @Test("A token without an offset has the document read from its start, and be the same one")
    func fromStart() async throws {
        let document = StoredDocument(eTag: ETag("\"v1\""), lastModified: nil, length: nil, coding: .identity)
        let point = ResumePoint(document: document, offset: 0, mark: .none)
        let token = try stored(ResumeToken(runID: "pr_1", chunkCount: 3, point: point))
        await DownloadBench([object.whole()]).run(resumingFrom: token).expectWhole(object)
        let other = object.with { $0.eTag = "\"v2\"" }
        let outcome = await DownloadBench([other.whole()]).run(resumingFrom: token)
        outcome.expectError(.outputChanged, after: 0, of: object)
        await DownloadBench([other.whole()]).run(resumingFrom: ResumeToken(runID: "pr_1", chunkCount: 3))
            .expectWhole(other)
    }

    @Test("C36 A tag too long for a token leaves the date; where there is none either, the start of the document")
    func c36_longTag() async throws {
        let tagged = object.with { $0.eTag = "\"" + String(repeating: "v", count: 200) + "\"" }
        for (object, offset) in [(tagged, 33_333), (tagged.with { $0.lastModified = nil }, 0)] {
            var tracker = ResumeTracker()
            var pieces = DownloadBench([object.whole()]).download().makeAsyncIterator()
            for _ in 1...4 { tracker.take(try #require(try await pieces.next())) }
            tracker.note(chunks: 7, endingAt: 33_333)
            let token = try stored(tracker.resumeToken(runID: "pr_1", download: pieces))
            #expect(token.byteOffset == Int64(offset))
            let answer = offset == 0 ? object.whole() : object.rest(from: offset - 4_096)
            let outcome = await DownloadBench([answer]).run(resumingFrom: token)
            #expect(outcome.error == nil)
            #expect(outcome.bytes == Array(object.bytes[offset...]))
        }
    }

    @Test(
        "C37 A token that was damaged says so, and does not accuse the document",
        arguments: [
            (#""chunks":7"#, #""chunks":9"#), (#""at":33333"#, #""at":33334"#), (#""of":100000"#, #""of":100001"#),
            (#""run":"pr_1"#, #""run":"pr_2"#), (#"\"v1\""#, #"\"v2\""#),
            (#""seam":4096"#, #""seam":4095"#), ("24 Nov", "25 Nov"),
        ]
    )
    func c37_damaged(_ original: String, _ damaged: String) async throws {
        let text = String(decoding: try JSONEncoder().encode(try await interrupted()), as: UTF8.self)
        #expect(text.contains(original))
        #expect {
            try JSONDecoder().decode(
                ResumeToken.self, from: Data(text.replacingOccurrences(of: original, with: damaged).utf8))
        } throws: {
            "\($0)".contains("damaged")
        }
    }

    @Test("C36 Every token can be stored and read again, whatever is known of the document")
    func c36_stored() throws {
        let tags = [nil, ETag("\"v1\""), ETag("W/\"v1\"")]
        for tag in tags {
            for date in [nil, object.lastModified] {
                for length in [nil, Int64(0), 100_000] {
                    for coding in [ContentCoding.identity, .gzip, .undoneByTransport] {
                        for mark in [SeamMark.none, SeamMark(endOf: object.bytes[..<100])] {
                            let document = StoredDocument(
                                eTag: tag, lastModified: date, length: length, coding: coding)
                            for document in [document, nil] {
                                let point = ResumePoint(document: document, offset: 0, mark: mark)
                                let token = ResumeToken(runID: "pr_1", chunkCount: 7, point: point)
                                let again = try stored(token)
                                #expect(again.byteOffset == 0 && again.point.mark == mark)
                            }
                        }
                    }
                }
            }
        }
    }

    @Test("C36 A chunk that ends soon behind a token's offset has the bytes before that as its seam, too")
    func c36_shortChunk() async throws {
        let token = try stored(try await interrupted())
        var pieces = DownloadBench([object.rest(from: 29_237)]).download(resumingFrom: token).makeAsyncIterator()
        var tracker = ResumeTracker(from: token)
        tracker.take(try #require(try await pieces.next()), of: pieces)
        tracker.note(chunks: 8, endingAt: 33_340)
        let next = try stored(tracker.resumeToken(runID: "pr_1", download: pieces))
        #expect(next.byteOffset == 33_340)
        #expect(next.point.mark == SeamMark(endOf: object.bytes[29_244..<33_340]))
    }

    @Test("C36 A token stands in a document of which nothing at all is known", arguments: [false, true])
    func c36_unknownDocument(isEncoded: Bool) async throws {
        let stored = isEncoded ? StoredBytes(GzipEncoder.member(object.bytes, .stored)) : object
        let unknown = stored.with {
            ($0.eTag, $0.lastModified) = (nil, nil)
            if isEncoded { $0.headers["Content-Encoding"] = "gzip" }
        }
        let chunked = unknown.answer(200, unknown.bytes[...], ["Transfer-Encoding": "chunked"], hasLength: false)
        var tracker = ResumeTracker()
        var pieces = DownloadBench([chunked]).download().makeAsyncIterator()
        tracker.take(try #require(try await pieces.next()))
        tracker.note(chunks: 2, endingAt: 900)
        let token = tracker.resumeToken(runID: "pr_1", download: pieces)
        #expect(token.byteOffset == 0 && token.mark == SeamMark(endOf: object.bytes[..<900]))
        let again = try self.stored(token)
        #expect(again == token)
        #expect(await DownloadBench([chunked]).run(resumingFrom: again).bytes == object.bytes)
        let bare = try self.stored(ResumeToken(runID: "pr_1", chunkCount: 2))
        #expect(await DownloadBench([chunked]).run(resumingFrom: bare).bytes == object.bytes)
    }

    @Test("The document that a token stands in is not asked for again once it is another one")
    func notBegunAnew() async throws {
        let token = try await interrupted()
        let other = object.with { $0.eTag = "\"v2\"" }
        let bench = DownloadBench([other.whole(), other.whole(), other.whole()])
        let download = bench.download(resumingFrom: token)
        let error = await #expect(throws: DownloadError.self) { try await download.collect(upTo: 1 << 20) }
        #expect(error?.code == .outputChanged)
        #expect(bench.requests.count == 1 && download.report.restarts == 0)
    }
}
