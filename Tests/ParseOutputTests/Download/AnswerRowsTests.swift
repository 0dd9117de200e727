import ParseRetry
import ParseTransport
import Testing

@testable import ParseOutput

@Suite("Answers without a document, row by row")
struct AnswerRowsTests {
    private let object = StoredBytes(count: 100_000)

    @Test("C31 An error that calls itself a success is tried again, whatever type it names")
    func c31_errorAsSuccess() async {
        let xml = "<?xml version=\"1.0\"?><Error><Code>InternalError</Code><Message>Try again.</Message></Error>"
        for error in [MockAnswer.s3(200, "InternalError"), StoredBytes(Array(xml.utf8)).whole()] {
            let outcome = await DownloadBench([error, object.whole()]).run()
            outcome.expectWhole(object)
            #expect(outcome.requests == ["url1", "url1"])
            #expect(outcome.times == [0, 0.1])
            #expect(outcome.report.lostTime == [.refusal: .milliseconds(100)])
        }
        let stubborn = await DownloadBench([MockAnswer](repeating: .s3(200, "InternalError"), count: 4)).run()
        stubborn.expectError(.unexpectedContent, after: 0, of: object)
        #expect(stubborn.error?.storageCode == "InternalError")
        #expect(stubborn.error?.limit == .attempts)
    }

    @Test("C32 A host that asks for fewer requests on a resume gets waits of 1 s and 2 s, then sends the part")
    func c32_slowDown() async {
        let slowDown = MockAnswer.s3(503, "SlowDown", "Please reduce your request rate.")
        let mark = SeamMark(endOf: object.bytes[35_904..<40_000])
        let document = StoredDocument(eTag: ETag("\"v1\""), lastModified: nil, length: 100_000, coding: .identity)
        let point = ResumePoint(document: document, offset: 40_000, mark: mark)
        let token = ResumeToken(runID: "pr_1", chunkCount: 4, point: point)
        let bench = DownloadBench([slowDown, slowDown, object.rest(from: 35_904)])
        let outcome = await bench.run(resumingFrom: token)
        #expect(outcome.error == nil)
        #expect(outcome.bytes == Array(object.bytes[40_000...]))
        #expect(outcome.times == [0, 1, 3])
        #expect(outcome.requests == [String](repeating: "url1 bytes=35904- If-Match \"v1\"", count: 3))
    }

    // The waits of one row of failures grow together, whatever each failure is.
    @Test("C32 Behind a reset the waits go on growing from where they were")
    func c32_slowDownBehindReset() async {
        let slowDown = MockAnswer.s3(503, "SlowDown")
        let script = [object.whole(brokenAfter: 40_000), slowDown, slowDown, object.rest(from: 35_904)]
        let outcome = await DownloadBench(script).run()
        outcome.expectWhole(object)
        #expect(outcome.times == [0, 0.1, 2.1, 6.1])
    }

    @Test("C33 A redirect is not followed: one new URL, then an error that names the host and nothing more")
    func c33_redirect() async {
        let location = "https://evil.example/output.json?X-Amz-Signature=topsecret"
        let redirect = MockAnswer.response(status: 302, headers: ["Location": location])
        let outcome = await DownloadBench([redirect, redirect]).run()
        outcome.expectError(.redirectRefused, after: 0, of: object)
        #expect(outcome.requests == ["url1", "url2"])
        #expect(outcome.urls == 2)
        #expect(outcome.error?.status == 302)
        #expect(outcome.error?.message.contains("evil.example") == true)
        #expect(outcome.error.map { !"\($0)".contains("topsecret") } == true)
        await DownloadBench([redirect, object.whole()]).run().expectWhole(object)
    }
}
