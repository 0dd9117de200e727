import ParseOutput
import ParseRetry
import ParseTransport
import Testing

@Suite("Limits and the report of a download")
struct DownloadLimitTests {
    private let object = StoredBytes(count: 100_000)

    private var broken: MockAnswer { object.whole(brokenAfter: 40_000) }

    @Test("Lenient validation joins by the seam alone, and counts it")
    func lenient() async {
        let bare = object.with { ($0.eTag, $0.lastModified) = (nil, nil) }
        let script = [bare.whole(brokenAfter: 40_000), bare.rest(from: 35_904)]
        let outcome = await DownloadBench(script) { $0.validation = .lenient }.run()
        outcome.expectWhole(bare)
        #expect(outcome.requests == ["url1", "url1 bytes=35904-"])
        #expect(outcome.report.weakResumes == 1)
        let forged = bare.with { $0.bytes[36_000] ^= 1 }
        let forgery = [bare.whole(brokenAfter: 40_000), forged.rest(from: 35_904)]
        let refused = await DownloadBench(forgery) { $0.validation = .lenient }.run()
        refused.expectError(.outputChanged, after: 40_000, of: bare)
    }

    @Test("Lenient validation does not join what is known to be another document")
    func lenientOther() async {
        let later = object.with {
            $0.eTag = nil
            $0.lastModified = "Tue, 24 Nov 2026 11:00:01 GMT"
        }
        let outcome = await DownloadBench([broken, later.rest(from: 35_904)]) { $0.validation = .lenient }.run()
        outcome.expectError(.outputChanged, after: 40_000, of: object)
        #expect(outcome.report.weakResumes == 0)
    }

    @Test("What is compared as a whole is no weak resume, leniently either")
    func lenientWhole() async {
        let bare = object.with { ($0.eTag, $0.lastModified) = (nil, nil) }
        let outcome = await DownloadBench([bare.whole(brokenAfter: 40_000), bare.whole()]) {
            $0.validation = .lenient
        }.run()
        outcome.expectWhole(bare)
        #expect(outcome.report.weakResumes == 0)
    }

    @Test("No more is read again than is allowed, and nothing is asked for that would be too much")
    func rereadLimit() async {
        let lost = object.part(35_904..<100_000, placed: nil)
        let outcome = await DownloadBench([broken, lost, object.whole()]) { $0.rereadLimit = 39_999 }.run()
        outcome.expectError(.cannotResume, after: 40_000, of: object)
        #expect(outcome.requests.count == 2)
        await DownloadBench([broken, lost, object.whole()]) { $0.rereadLimit = 40_000 }.run().expectWhole(object)
        let ignored = await DownloadBench([broken, object.whole()]) { $0.rereadLimit = 39_999 }.run()
        ignored.expectError(.cannotResume, after: 40_000, of: object)
        #expect(ignored.report.wireBytes == 40_000)
    }

    @Test("A document that was opened in vain may be another one when it is opened again")
    func changedBeforeFirstByte() async {
        let other = object.with { $0.eTag = "\"v2\"" }
        let outcome = await DownloadBench([object.whole(brokenAfter: 0), other.whole()]).run()
        outcome.expectWhole(other)
        #expect(outcome.requests == ["url1", "url1"])
    }

    @Test("No more requests are sent than one download may send")
    func maximumOpens() async {
        let second = object.rest(from: 35_904, brokenAfter: 14_096)
        let outcome = await DownloadBench([broken, second, object.rest(from: 45_904)]) { $0.maximumOpens = 2 }.run()
        outcome.expectError(.tooManyOpens, after: 50_000, of: object)
        #expect(outcome.requests.count == 2)
        #expect(outcome.report.opens == 2)
    }

    @Test("The report counts what came over the wire and what of it was new")
    func wireBytes() async {
        let second = object.rest(from: 35_904, brokenAfter: 14_096)
        let outcome = await DownloadBench([broken, second, object.rest(from: 45_904)]).run()
        outcome.expectWhole(object)
        #expect(outcome.report.wireBytes == 108_192)
        #expect(outcome.report.deliveredBytes == 100_000)
        #expect(outcome.report.totalBytes == 100_000)
        #expect(outcome.report.opens == 3)
        #expect(outcome.report.resumes == 2)
        #expect(outcome.report.refreshes == 0)
    }

    @Test("A report may be read while the pieces are")
    func reportMeanwhile() async throws {
        let download = DownloadBench([object.whole()]).download()
        #expect(download.report == DownloadReport())
        var pieces = download.makeAsyncIterator()
        _ = try await pieces.next()
        #expect(download.report.deliveredBytes == 1_000)
        #expect(download.report.totalBytes == 100_000)
    }
}
