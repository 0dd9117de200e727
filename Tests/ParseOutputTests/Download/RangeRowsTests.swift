import ParseOutput
import ParseRetry
import ParseTransport
import Testing

@Suite("Joining parts, row by row")
struct RangeRowsTests {
    private let object = StoredBytes(count: 100_000)
    private let resume = "url1 bytes=35904- If-Match \"v1\""

    private var broken: MockAnswer { object.whole(brokenAfter: 40_000) }

    @Test("C12 What a part brings before the offset is dropped and compared")
    func c12_earlierStart() async {
        let outcome = await DownloadBench([broken, object.rest(from: 35_904 - 512)]).run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", resume])
        #expect(outcome.report.wireBytes == 104_096 + 512)
    }

    @Test("C13 Other bytes before the seam are another document", arguments: [35_904, 38_000, 39_999])
    func c13_differentOverlap(_ place: Int) async {
        let forged = object.with { $0.bytes[place] ^= 1 }
        for start in [35_904, 35_904 - 512] {
            let outcome = await DownloadBench([broken, forged.rest(from: start)]).run()
            outcome.expectError(.outputChanged, after: 40_000, of: object)
        }
    }

    // Our parts begin before the offset, so that one that begins at the offset itself has a gap: the seam is missing.
    @Test(
        "C14 A part that begins too late is asked for once more, then it is a gap", arguments: [35_905, 40_000, 50_000])
    func c14_laterStart(_ start: Int) async {
        let late = object.rest(from: start)
        let outcome = await DownloadBench([broken, late, late]).run()
        outcome.expectError(.rangeGap, after: 40_000, of: object)
        #expect(outcome.requests == ["url1", resume, resume])
        #expect(outcome.times == [0, 0.1, 0.3])
        await DownloadBench([broken, late, object.rest(from: 35_904)]).run().expectWhole(object)
    }

    @Test("C15 Behind a part that is shorter than asked the next is asked for at once")
    func c15_shorterPart() async {
        let object = StoredBytes(count: 1_000_000)
        let broken = object.whole(brokenAfter: 40_000)
        let outcome = await DownloadBench([broken, object.part(35_904..<400_000), object.rest(from: 395_904)]).run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", resume, "url1 bytes=395904- If-Match \"v1\""])
        #expect(outcome.times == [0, 0.1, 0.1])
        #expect(outcome.report.wireBytes == 1_008_192)
    }

    // A host that sends crumbs must not be asked in a tight loop: only news on the scale of progress make it free.
    @Test("C15 Short parts that bring next to nothing count as failures")
    func c15_crumbs() async {
        let crumbs = [44_000, 48_000, 52_000].map { object.part(35_904..<$0) }
        let outcome = await DownloadBench([broken] + crumbs).run()
        outcome.expectError(.interrupted, after: 52_000, of: object)
        #expect(outcome.error?.limit == .attempts)
        #expect(outcome.times == [0, 0.1, 0.3, 0.7])
    }

    @Test(
        "C16 A part whose place is not said, or cannot be, is never joined: all is read again",
        arguments: [
            nil, "bytes 5-1/10", "items 0-1/2", "bytes 35904-99999", "bytes */100000", "bytes 35904-100000/100000",
            "bytes 35904-99999/100000, bytes 35904-99999/100000",
        ]
    )
    func c16_noPlace(_ place: String?) async {
        let lost = object.part(35_904..<100_000, placed: place)
        let outcome = await DownloadBench([broken, lost, object.whole()]).run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", resume, "url1"])
        #expect(outcome.report.wireBytes == 140_000)
        let again = await DownloadBench([broken, lost, lost]).run()
        again.expectError(.protocolViolation, after: 40_000, of: object)
    }

    @Test("C17 A part of a whole whose length is not said is joined if it is of the same document")
    func c17_unknownTotal() async {
        let part = object.part(35_904..<100_000, placed: "bytes 35904-99999/*")
        let outcome = await DownloadBench([broken, part]).run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", resume])
    }

    @Test("C21 A part that calls itself the whole is taken for the part that it is")
    func c21_mislabelledPart() async {
        let part = object.answer(200, object.bytes[35_904...], ["Content-Range": "bytes 35904-99999/100000"])
        let outcome = await DownloadBench([broken, part]).run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", resume])
        #expect(outcome.report.wireBytes == 104_096)
    }

    @Test("C30 Several parts in one body are not what was asked for")
    func c30_multipart() async {
        let several = object.answer(
            206, object.bytes[35_904...], ["Content-Type": "multipart/byteranges; boundary=x"])
        let outcome = await DownloadBench([broken, several]).run()
        outcome.expectError(.protocolViolation, after: 40_000, of: object)
        #expect(outcome.requests == ["url1", resume])
    }

    @Test("A part whose length contradicts its place is asked for once more")
    func mismeasured() async {
        let wrong = object.part(35_904..<90_000, placed: "bytes 35904-99999/100000")
        let outcome = await DownloadBench([broken, wrong, wrong]).run()
        outcome.expectError(.protocolViolation, after: 40_000, of: object)
        #expect(outcome.times == [0, 0.1, 0.3])
        await DownloadBench([broken, wrong, object.rest(from: 35_904)]).run().expectWhole(object)
    }

    @Test("A part where all was asked for is refused")
    func unaskedPart() async {
        let outcome = await DownloadBench([object.rest(from: 0)]).run()
        outcome.expectError(.protocolViolation, after: 0, of: object)
    }
}
