import Foundation
import ParseModels
import ParseOutput
import ParseTransport
import Testing

@Suite("Where a document ends, row by row")
struct EndRowsTests {
    private let object = StoredBytes(count: 100_000)
    private let resume = "url1 bytes=35904- If-Match \"v1\""

    /// What is asked for where all has come and nobody has said that it is all.
    private let probe = "url1 bytes=95904- If-Match \"v1\""

    private var broken: MockAnswer { object.whole(brokenAfter: 40_000) }

    /// All bytes, and then a reset instead of the last chunk.
    private var endless: MockAnswer {
        object.whole(brokenAfter: 100_000, hasLength: false, more: ["Transfer-Encoding": "chunked"])
    }

    // As our parts begin before the offset, a host that heeds ranges sends the seam and no refusal.
    @Test("C24 Where nothing follows the offset the document is whole, by a refusal or by the seam alone")
    func c24_nothingFollows() async {
        for answer in [.noSuchRange("bytes */100000"), object.rest(from: 95_904)] {
            let outcome = await DownloadBench([endless, answer]).run()
            outcome.expectWhole(object)
            #expect(outcome.requests == ["url1", probe])
            #expect(outcome.report.totalBytes == 100_000)
        }
    }

    @Test("C25 A document that ends before the offset is another one, as is one of another length")
    func c25_endsEarlier() async {
        for place in ["bytes */39999", "bytes */40000", "bytes */100001"] {
            let outcome = await DownloadBench([broken, .noSuchRange(place)]).run()
            outcome.expectError(.outputChanged, after: 40_000, of: object)
            #expect(outcome.requests == ["url1", resume])
        }
    }

    @Test("C26 A refusal that tells the length in its body only is understood; one that tells nothing is got behind")
    func c26_lengthInBody() async {
        func size(_ count: Int) -> MockAnswer {
            .noSuchRange(more: "<ActualObjectSize>\(count)</ActualObjectSize>")
        }
        await DownloadBench([endless, size(100_000)]).run().expectWhole(object)
        await DownloadBench([endless, size(99_999)]).run().expectError(.outputChanged, after: 100_000, of: object)
        let silent = await DownloadBench([broken, .noSuchRange(), object.whole()]).run()
        silent.expectWhole(object)
        #expect(silent.requests == ["url1", resume, "url1"])
        let stubborn = await DownloadBench([broken, .noSuchRange(), .noSuchRange()]).run()
        stubborn.expectError(.storageRefused, after: 40_000, of: object)
    }

    @Test("C27 An empty document is no bytes and no second request; a decoder says that it is no JSON")
    func c27_emptyObject() async throws {
        let empty = StoredBytes(count: 0)
        let outcome = await DownloadBench([empty.whole()]).run()
        outcome.expectWhole(empty)
        #expect(outcome.requests == ["url1"])
        let bench = DownloadBench([empty.whole()])
        let (chunks, error) = await decode(bench.download())
        #expect(chunks == 0)
        // The bytes ended before the document did: there is nothing malformed in nothing.
        #expect((error as? OutputDecodingError)?.code == .truncated)
    }

    @Test("C28 Behind the last byte a reset changes nothing, and nothing is asked")
    func c28_resetBehindEnd() async {
        let outcome = await DownloadBench([object.whole(brokenAfter: 100_000)]).run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1"])
    }

    @Test("C29 More than was announced is a contradiction, and is not handed out")
    func c29_excess() async {
        var body = MockBody.cut(object.bytes + [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], at: [50_000])
        body.announcedLength = 100_000
        let excessive = MockAnswer.response(
            status: 200, headers: ["Content-Type": "application/json", "ETag": "\"v1\""], body: body)
        let outcome = await DownloadBench([excessive]).run()
        outcome.expectError(.protocolViolation, after: 100_000, of: object)
        #expect(outcome.requests == ["url1"])
    }

    @Test("C39 A length that cuts an encoded document short is found out by its encoding")
    func c39_gzipCutShort() async throws {
        let stored = try #require(Data(base64Encoded: Self.gzip).map { [UInt8]($0) })
        let zipped = StoredBytes(stored).with { $0.headers["Content-Encoding"] = "gzip" }
        let whole = await DownloadBench([zipped.whole()]).run()
        #expect(whole.error == nil)
        #expect(whole.bytes.starts(with: #"{"chunks":[{"content":"Invoice 0 of 0"},"#.utf8))
        #expect(whole.bytes.count == 403)
        for length in [100, stored.count - 1] {
            let outcome = await DownloadBench([zipped.with { $0.bytes = Array(stored.prefix(length)) }.whole()]).run()
            #expect(outcome.error?.code == .truncated)
            #expect(whole.bytes.starts(with: outcome.bytes))
            #expect(outcome.requests == ["url1"])
        }
    }

    /// `{"chunks":[{"content":"Invoice 0 of 0"},…]}`, 403 bytes in 152.
    private static let gzip =
        "H4sIAAAAAAACA3WQMQ7CMAxFrxJ5ZoidOI57A86AmKIiEFIyUFiq3r24YsTze7K+3wrt/u7PF0yXFdroy9wXmODcP+PR5hDDuIUI2+kf"
        + "RIMq4mAynDRWhyfjVTQ5PBtHLokcgU2gnIkdoRwLGMW7ICZkqeJtqCYUYvKeUBNEMXkVMP4qRTfj0RGxEn6PXLcdrRViz5MBAAA="

    @Test("C40 The end of a connection is not taken for that of the document: the host is asked what follows")
    func c40_closeDelimited() async {
        let cut = object.whole(brokenAfter: 40_000, by: nil, hasLength: false)
        let outcome = await DownloadBench([cut, object.rest(from: 35_904)]).run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", resume])
        for answer in [.noSuchRange("bytes */100000"), object.rest(from: 95_904)] {
            let whole = await DownloadBench([object.whole(hasLength: false), answer]).run()
            whole.expectWhole(object)
            #expect(whole.requests == ["url1", probe])
        }
    }

    @Test("C40 A document that is stored cut off is the decoder's to refuse, behind the chunks that are whole")
    func c40_truncatedAtSource() async {
        let json = #"{"chunks":[{"content":"a"},{"content":"b"},{"con"#
        let stored = StoredBytes(Array(json.utf8))
        let bench = DownloadBench([stored.whole(hasLength: false), .noSuchRange("bytes */\(json.utf8.count)")])
        let (chunks, error) = await decode(bench.download())
        #expect(chunks == 2)
        #expect((error as? OutputDecodingError)?.code == .truncated)
        #expect(bench.requests == ["url1", "url1 bytes=0- If-Match \"v1\""])
    }

    @Test("C40 Without a validator nothing that follows could be joined, so nothing is asked")
    func c40_noValidator() async {
        let bare = object.with { ($0.eTag, $0.lastModified) = (nil, nil) }
        let outcome = await DownloadBench([bare.whole(hasLength: false)]).run()
        outcome.expectWhole(bare)
        #expect(outcome.requests == ["url1"])
    }

    private func decode(_ download: ResumableDownload) async -> (chunks: Int, error: (any Error)?) {
        var count = 0
        do {
            for try await _ in download.decoded(by: ChunkDecoder()) { count += 1 }
        } catch {
            return (count, error)
        }
        return (count, nil)
    }
}
