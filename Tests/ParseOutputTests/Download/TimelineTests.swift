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
}
