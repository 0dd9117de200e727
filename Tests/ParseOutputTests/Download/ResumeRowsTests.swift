import ParseOutput
import ParseRetry
import ParseTransport
import Testing

// A row of the tables is a test whose function begins with the row and an underscore, so that
// `swift test --filter c7_` runs row C7 and nothing else.

@Suite("Resuming a download, row by row")
struct ResumeRowsTests {
    private let object = StoredBytes(count: 100_000)

    /// What is asked for behind byte 40,000: the 4,096 bytes before it once more, and what follows.
    private let resume = "url1 bytes=35904- If-Match \"v1\""

    @Test("C1 A clean answer is one request")
    func c1_clean() async {
        let outcome = await DownloadBench([object.whole()]).run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1"])
        #expect(outcome.report.wireBytes == 100_000)
    }

    @Test("C2 After a reset what is missing is asked for, with the seam read again")
    func c2_reset() async {
        let object = StoredBytes(count: 500_000)
        let outcome = await DownloadBench([object.whole(brokenAfter: 200_000), object.rest(from: 195_904)]).run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", "url1 bytes=195904- If-Match \"v1\""])
        #expect(outcome.times == [0, 0.1])
        #expect(outcome.report.wireBytes == 504_096)
        #expect(outcome.report.resumes == 1)
    }

    @Test("C3 A body that ends short is gone on with, whether the transport notices or not")
    func c3_shortRead() async {
        for fault in [nil, TransportError.reset] {
            let short = object.whole(brokenAfter: 40_000, by: fault)
            let outcome = await DownloadBench([short, object.rest(from: 35_904)]).run()
            outcome.expectWhole(object)
            #expect(outcome.requests == ["url1", resume])
            #expect(outcome.times == [0, 0.1])
        }
    }

    @Test("C4 A chunked body without its last chunk is gone on with, and its length learnt")
    func c4_missingLastChunk() async {
        let chunked = object.whole(brokenAfter: 40_000, hasLength: false, more: ["Transfer-Encoding": "chunked"])
        let outcome = await DownloadBench([chunked, object.rest(from: 35_904)]).run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", resume])
        #expect(outcome.report.totalBytes == 100_000)
    }

    @Test("C5 Behind a chunk header that is none it goes on from the last byte that came")
    func c5_badChunkHeader() async {
        let fault = TransportError(.protocolViolation, phase: .receivingBody, message: "Scripted chunk header.")
        let bad = object.whole(
            brokenAfter: 40_000, by: fault, hasLength: false, more: ["Transfer-Encoding": "chunked"])
        let outcome = await DownloadBench([bad, object.rest(from: 35_904)]).run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", resume])
        #expect(outcome.report.wireBytes == 104_096)
    }

    @Test("C6 Fifty resets are survived, each behind as little as counts for progress, a quarter of a mebibyte")
    func c6_fiftyResets() async {
        let step = 262_144
        let object = StoredBytes.large(count: 51 * step).with { $0.pieceSize = 65_536 }
        let broken = (1..<50).map { object.rest(from: $0 * step - 4_096, brokenAfter: step + 4_096) }
        let script = [object.whole(brokenAfter: step)] + broken + [object.rest(from: 50 * step - 4_096)]
        let outcome = await DownloadBench(script).run()
        outcome.expectWhole(object)
        #expect(outcome.report.resumes == 50)
        // The waits do not grow either.
        #expect(outcome.times.last.map { abs($0 - 5) < 1e-6 } == true)
    }

    @Test("C7 Endless resets behind one byte each are not gone along with for ever")
    func c7_endlessResets() async {
        let trickle = [object.whole(brokenAfter: 1)] + (2...9).map { object.rest(from: 0, brokenAfter: $0) }
        let outcome = await DownloadBench(trickle).run()
        outcome.expectError(.interrupted, after: 4, of: object)
        #expect(outcome.error?.limit == .attempts)
        #expect((outcome.error?.cause as? TransportError)?.kind == .connectionBroken)
        let again = "url1 bytes=0- If-Match \"v1\""
        #expect(outcome.requests == ["url1", again, again, again])
        #expect(outcome.times == [0, 0.1, 0.3, 0.7])
    }

    @Test("C38 Pieces of one byte are the same document, across a reset, too")
    func c38_singleBytes() async {
        let object = StoredBytes(count: 20_000).with { $0.pieceSize = 1 }
        let outcome = await DownloadBench([object.whole(brokenAfter: 9_000), object.rest(from: 4_904)]).run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", "url1 bytes=4904- If-Match \"v1\""])
        #expect(outcome.report.wireBytes == 24_096)
    }
}
