import Foundation
import ParseOutput
import ParseRetry
import ParseTransport
import Testing

@Suite("What a failed download tells of its attempts")
struct TimelineTests {
    private let object = StoredBytes(count: 100_000)

    @Test("Each request that failed, when, after which wait, how, and the provider's id of it")
    func timeline() async {
        let failed = MockAnswer.s3(503, "InternalError", headers: ["x-amz-request-id": "RQ1"])
        let script = [object.whole(brokenAfter: 40_000), failed, .failure(.resetBeforeHead), failed]
        let outcome = await DownloadBench(script).run()
        outcome.expectError(.storageRefused, after: 40_000, of: object)
        #expect(
            outcome.error?.attempts == [
                AttemptRecord(number: 1, delay: .zero, start: .zero, end: .zero, outcome: .fault(.reset)),
                AttemptRecord(
                    number: 2, delay: .milliseconds(100), start: .milliseconds(100), end: .milliseconds(100),
                    outcome: .status(503), requestID: "RQ1"),
                AttemptRecord(
                    number: 3, delay: .milliseconds(200), start: .milliseconds(300), end: .milliseconds(300),
                    outcome: .fault(.resetBeforeHead)),
                AttemptRecord(
                    number: 4, delay: .milliseconds(400), start: .milliseconds(700), end: .milliseconds(700),
                    outcome: .status(503), requestID: "RQ1"),
            ])
        #expect(outcome.report.lostTime == [.interruption: .milliseconds(700)])
    }

    @Test("Of many the last are told")
    func many() async {
        let retry = RetryConfiguration(policy: StandardRetryPolicy().limitingAttempts(to: 40), throttle: Unlimited())
        let script = Array(repeating: MockAnswer.failure(.resetBeforeHead), count: 40)
        let outcome = await DownloadBench(script, retry: retry).run()
        #expect(outcome.error?.attempts.map(\.number) == Array(9...40))
    }

    private struct Unlimited: RetryThrottle {
        func withdraw(for cause: RetryCause, to origin: Origin, at instant: Duration) -> RetryCharge? {
            RetryCharge(tokens: 0)
        }

        func deposit(_ charge: RetryCharge?, to origin: Origin, at instant: Duration) {}
    }

    @Test("A download is patient where nothing else is said: an outage of sixteen seconds does not end it")
    func patience() async {
        let waits = (0..<9).map { RetryState(attempts: $0 + 1, elapsed: .zero, backoffStep: $0) }.map {
            RetryConfiguration.patient.backoff.delay(after: $0, cause: .transient, random: .constant(0))
        }
        #expect(waits.reduce(.zero, +) == .milliseconds(16_350))
        let script = Array(repeating: MockAnswer.failure(.resetBeforeHead), count: 9) + [object.whole()]
        await DownloadBench(script, retry: .patient).run().expectWhole(object)
    }

    @Test("Errors speak where only their localized description is shown")
    func localized() async {
        let error: any Error = DownloadError(.expired, message: "The URL has run out.", status: 403)
        #expect(error.localizedDescription == "expired (HTTP 403): The URL has run out.")
        let fault: any Error = TransportError.reset
        #expect(fault.localizedDescription == "\(TransportError.reset)")
    }

    @Test("A wait counts for the request that came after it, also where that one and more brought what they should")
    func waitOfAnother() async {
        let server = RangeServer(StoredBytes.large(count: 300_000), capabilities: .buffering) { asked in
            .with { if asked.number == 1 || asked.number > 4 { $0.instead = .failure(.resetBeforeHead) } }
        }
        let bench = DownloadBench(over: server, capabilities: .buffering) { $0.windowBytes = 65_536 }
        let attempts = await bench.run().error?.attempts
        #expect(attempts?.map(\.number) == [1, 5, 6, 7])
        #expect(attempts?.map(\.delay) == [.zero, .zero, .milliseconds(200), .milliseconds(400)])
    }

    @Test("An error that calls itself a document is told, and a part that does not fit")
    func documents() async {
        let xml = StoredBytes(Array("<?xml version=\"1.0\"?><Error><Code>SlowDown</Code></Error>".utf8))
        let page = await DownloadBench(Array(repeating: xml.whole(), count: 4)).run()
        #expect(page.error?.code == .unexpectedContent)
        #expect(page.error?.attempts.map(\.outcome) == Array(repeating: .status(200), count: 4))
        let gap = object.part(50_000..<100_000)
        let torn = await DownloadBench([object.whole(brokenAfter: 40_000), gap, gap]).run()
        torn.expectError(.rangeGap, after: 40_000, of: object)
        #expect(torn.error?.attempts.map(\.outcome) == [.fault(.reset), .status(206), .status(206)])
    }
}
