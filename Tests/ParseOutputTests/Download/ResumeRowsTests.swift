import ParseOutput
import ParseRetry
import ParseTransport
import Testing

@Suite("Resuming a download, row by row")
struct ResumeRowsTests {
    private let object = StoredBytes(count: 100_000)

    @Test("C1 A clean answer is one request")
    func clean() async {
        let outcome = await DownloadBench([object.whole()]).run()
        #expect(outcome.error == nil)
        #expect(outcome.bytes == object.bytes)
        #expect(outcome.requests == ["url1"])
        #expect(outcome.report.wireBytes == 100_000)
    }

    @Test("C2 After a reset what is missing is asked for, with the seam read again")
    func reset() async {
        let outcome = await DownloadBench([object.whole(brokenAfter: 40_000), object.rest(from: 40_000 - 4_096)]).run()
        #expect(outcome.error == nil)
        #expect(outcome.bytes == object.bytes)
        #expect(outcome.requests == ["url1", "url1 bytes=35904- If-Match \"v1\""])
        #expect(outcome.times == [0, 0.1])
        #expect(outcome.report.wireBytes == 104_096)
        #expect(outcome.report.resumes == 1)
    }
}
