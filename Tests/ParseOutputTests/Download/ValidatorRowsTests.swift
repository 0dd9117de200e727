import ParseOutput
import ParseTesting
import ParseTransport
import Testing

@Suite("Knowing the document again, row by row")
struct ValidatorRowsTests {
    private let object = StoredBytes(count: 100_000)
    private let other = StoredBytes(count: 100_000, seed: 2).with { $0.eTag = "\"v2\"" }
    private let resume = "url1 bytes=35904- If-Match \"v1\""

    private var broken: MockAnswer { object.whole(brokenAfter: 40_000) }

    @Test("C8 All of it instead of a part: what is known is passed and compared, and comes once")
    func c8_wholeAgain() async {
        let outcome = await DownloadBench([broken, object.whole()]).run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", resume])
        #expect(outcome.report.wireBytes == 140_000)
        #expect(outcome.report.deliveredBytes == 100_000)
        let forged = object.with { $0.bytes[39_999] ^= 1 }
        await DownloadBench([broken, forged.whole()]).run().expectError(.outputChanged, after: 40_000, of: object)
    }

    @Test("C9 All of another document ends a stream, which says how much it had handed out")
    func c9_wholeOfAnother() async {
        let outcome = await DownloadBench([broken, other.whole()]).run()
        outcome.expectError(.outputChanged, after: 40_000, of: object)
        #expect(outcome.requests == ["url1", resume])
        #expect(outcome.report.wireBytes == 40_000)
    }

    @Test("C10 A document that changes while it is collected is begun anew, and comes whole")
    func c10_collectRestarts() async {
        let outcome = await DownloadBench([broken, other.whole(), other.whole()]).collect()
        outcome.expectWhole(other)
        #expect(outcome.requests == ["url1", resume, "url1"])
        #expect(outcome.urls == 1)
    }

    @Test("C10 It is not begun anew for ever")
    func c10_restartsAreCounted() async {
        let changing = [broken, other.whole()]
        let outcome = await DownloadBench(changing + changing + changing + changing).collect()
        #expect(outcome.error?.code == .outputChanged)
        #expect(outcome.requests == [String](repeating: "", count: 3).flatMap { _ in ["url1", resume] })
        let once = await DownloadBench(changing) { $0.maximumRestarts = 0 }.collect()
        #expect(once.error?.code == .outputChanged)
        #expect(once.requests.count == 2)
    }

    @Test("C11 A precondition that fails says the same without a body, to a stream and to who collects")
    func c11_preconditionFailed() async {
        let failed = MockAnswer.s3(412, "PreconditionFailed")
        let outcome = await DownloadBench([broken, failed]).run()
        outcome.expectError(.outputChanged, after: 40_000, of: object)
        #expect(outcome.requests == ["url1", resume])
        #expect(outcome.report.wireBytes == 40_000)
        let collected = await DownloadBench([broken, failed, other.whole()]).collect()
        collected.expectWhole(other)
        #expect(collected.requests == ["url1", resume, "url1"])
    }

    @Test("C18 A part of a document of another length is of another document")
    func c18_otherTotal() async {
        let longer = object.part(35_904..<100_000, of: 100_001)
        await DownloadBench([broken, longer]).run().expectError(.outputChanged, after: 40_000, of: object)
    }

    @Test("C19 Without a tag the date and the length prove it; without both nothing does, and leniently the seam")
    func c19_tagIsMissing() async {
        let dated = object.with { $0.eTag = nil }
        let accepted = await DownloadBench([broken, dated.rest(from: 35_904)]).run()
        accepted.expectWhole(object)
        #expect(accepted.report.weakResumes == 0)

        let bare = dated.with { $0.lastModified = nil }
        let strict = await DownloadBench([broken, bare.rest(from: 35_904)]).run()
        strict.expectError(.outputChanged, after: 40_000, of: object)
        let lenient = await DownloadBench([broken, bare.rest(from: 35_904)]) { $0.validation = .lenient }.run()
        lenient.expectWhole(object)
        #expect(lenient.report.weakResumes == 1)
        #expect(lenient.requests == ["url1", resume])
    }

    @Test("C20 A host that ignores the precondition and sends a part of a new document is found out")
    func c20_conditionIgnored() async {
        let outcome = await DownloadBench([broken, other.rest(from: 35_904)]).run()
        outcome.expectError(.outputChanged, after: 40_000, of: object)
        #expect(outcome.requests == ["url1", resume])
    }

    @Test("C22 A weak tag is no precondition; the date is, and proves it together with the length")
    func c22_weakTag() async {
        let weak = object.with { $0.eTag = "W/\"x\"" }
        let resume = "url1 bytes=35904- If-Unmodified-Since Tue, 24 Nov 2026 11:00:00 GMT"
        let first = weak.whole(brokenAfter: 40_000)
        let outcome = await DownloadBench([first, weak.rest(from: 35_904)]).run()
        outcome.expectWhole(weak)
        #expect(outcome.requests == ["url1", resume])
        #expect(outcome.report.weakResumes == 0)
        for change in [
            weak.with { $0.lastModified = "Tue, 24 Nov 2026 11:00:01 GMT" }, weak.with { $0.eTag = "W/\"y\"" },
            weak.with { $0.lastModified = nil },
        ] {
            let outcome = await DownloadBench([first, change.rest(from: 35_904)]).run()
            outcome.expectError(.outputChanged, after: 40_000, of: weak)
        }
    }

    @Test("C23 Without any validator it is read again from its start, and every byte compared")
    func c23_noValidator() async {
        let bare = object.with { ($0.eTag, $0.lastModified) = (nil, nil) }
        let first = bare.whole(brokenAfter: 40_000)
        let outcome = await DownloadBench([first, bare.whole()]).run()
        outcome.expectWhole(bare)
        #expect(outcome.requests == ["url1", "url1"])
        #expect(outcome.report.wireBytes == 140_000)
        #expect(outcome.report.weakResumes == 0)
        // A byte far before the seam gives another document away.
        let forged = bare.with { $0.bytes[10] ^= 1 }
        await DownloadBench([first, forged.whole()]).run().expectError(.outputChanged, after: 40_000, of: bare)
        let tooMany = await DownloadBench([first, bare.whole()]) { $0.rereadLimit = 39_999 }.run()
        tooMany.expectError(.cannotResume, after: 40_000, of: bare)
        #expect(tooMany.report.wireBytes == 40_000)
    }

    @Test("C10 All that was spent before it was begun anew is told, and the time that it may take is one")
    func c10_oneAccount() async {
        let outcome = await DownloadBench([broken, other.whole(), other.whole()]).collect()
        #expect(outcome.report.restarts == 1)
        #expect(outcome.report.opens == 3)
        #expect(outcome.report.resumes == 1)
        #expect(outcome.report.wireBytes == 40_000 + Int64(other.bytes.count))
        #expect(outcome.report.deliveredBytes == Int64(other.bytes.count))

        let clock = ManualClock(.jumping)
        let slow = StreamingPeer(on: clock) { _, number in
            number % 2 == 0
                ? .object(object, [.silence(.seconds(8)), .bytes(object.bytes[..<40_000]), .fault(.reset)])
                : StreamingPeer.Answer(status: 412)
        }
        let error = await #expect(throws: DownloadError.self) {
            try await slow.download(on: clock) {
                $0.timeout = .seconds(20)
                $0.maximumRestarts = 100
            }.collect(upTo: 1 << 20)
        }
        #expect(error?.code == .timedOut)
        #expect(clock.now.offset == .seconds(20))
    }

    @Test("C19 A tag that comes only with the whole that all was compared with is what goes on from there")
    func c19_tagComesLater() async {
        let bare = object.with {
            $0.eTag = nil
            $0.lastModified = nil
        }
        let bench = DownloadBench([
            bare.whole(brokenAfter: 40_000), object.whole(brokenAfter: 60_000), object.rest(from: 60_000 - 4_096),
        ])
        let outcome = await bench.run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", "url1", "url1 bytes=55904- If-Match \"v1\""])
    }
}
