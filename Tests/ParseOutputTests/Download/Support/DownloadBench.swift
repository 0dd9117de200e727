import Foundation
import ParseModels
import ParseOutput
import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization
import Testing

/// Runs a download against a script, on a clock that jumps, and tells what was asked, when, and what came of it.
///
/// Jitter is pinned to 1, so that the waits are those of the tables: 0.1, 0.2, 0.4 s, or 1, 2, 4 s where throttled.
final class DownloadBench: Sendable {
    let clock: ManualClock
    let transport: MockTransport
    private let base: any Transport
    let configuration: DownloadConfiguration
    let retry: RetryConfiguration
    let urlLifetime: Int
    private let resolved = Mutex(0)
    private let failures: Mutex<[Int: any Error]>

    /// What came of a download.
    struct Outcome: Sendable {
        var bytes: [UInt8] = []
        var error: DownloadError?
        var report = DownloadReport()

        /// A line for each request: its URL's number, range, precondition.
        var requests: [String] = []

        /// When each was sent, in seconds.
        var times: [Double] = []

        /// How many URLs were asked for.
        var urls = 0
    }

    /// - Parameters:
    ///   - script: the answers, in order.
    ///   - base: what answers instead of the script.
    ///   - urlFailures: what the nth call for a URL fails with.
    init(
        _ script: [MockAnswer] = [],
        over base: (any Transport)? = nil,
        capabilities: TransportCapabilities = .streaming,
        urlLifetime: Int = 900,
        clock: ManualClock = ManualClock(.jumping),
        retry: RetryConfiguration = RetryConfiguration(),
        urlFailures: [Int: any Error] = [:],
        _ change: (inout DownloadConfiguration) -> Void = { _ in }
    ) {
        self.clock = clock
        self.transport = MockTransport(
            script.map { MockExchange(answer: $0) },
            capabilities: capabilities,
            clock: clock
        )
        self.base = base ?? transport
        self.configuration = DownloadConfiguration().with(change)
        self.retry = retry
        self.urlLifetime = urlLifetime
        self.failures = Mutex(urlFailures)
    }

    /// When each request was sent.
    private let recorder = Recorder()

    func download(resumingFrom token: ResumeToken? = nil) -> ResumableDownload {
        ResumableDownload(
            over: RecordingTransport(base: base, recorder: recorder, clock: clock),
            configuration: configuration,
            retry: retry,
            time: clock.timeSource,
            random: .constant(1),
            resumingFrom: token,
            urls: SharedURLSource { try self.nextURL() }
        )
    }

    /// Reads it to its end.
    func run(resumingFrom token: ResumeToken? = nil) async -> Outcome {
        var outcome = Outcome()
        let download = download(resumingFrom: token)
        do throws(DownloadError) {
            for try await piece in download { outcome.bytes += piece }
        } catch {
            outcome.error = error
        }
        return observed(outcome, of: download)
    }

    /// Adds what was seen of a download to what came of it.
    func observed(_ outcome: Outcome, of download: ResumableDownload) -> Outcome {
        var outcome = outcome
        outcome.report = download.report
        outcome.requests = requests
        outcome.times = recorder.times.withLock { $0 }
        outcome.urls = resolved.withLock { $0 }
        return outcome
    }

    /// A line for each request, such as `url1 bytes=100- If-Match "v1"`.
    ///
    /// That none carried a credential, a cookie or a referrer is checked here, for every row.
    var requests: [String] {
        recorder.requests.withLock { $0 }.map { request in
            for name in ["Authorization", "Cookie", "Referer", "Proxy-Authorization", "x-extend-api-version"] {
                #expect(request.headers[name] == nil)
            }
            #expect(request.headers["Accept-Encoding"] == "identity")
            let number = URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems?
                .first { $0.name == "n" }?.value
            let parts = [
                "url\(number ?? "?")", request.headers["Range"],
                request.headers["If-Match"].map { "If-Match \($0)" },
                request.headers["If-Unmodified-Since"].map { "If-Unmodified-Since \($0)" },
            ]
            return parts.compactMap(\.self).joined(separator: " ")
        }
    }

    /// A URL that lives for a while from now on, numbered.
    private func nextURL() throws -> PresignedURL {
        let number = resolved.withLock { count in
            count += 1
            return count
        }
        if let failure = failures.withLock({ $0[number] }) { throw failure }
        let date = clock.date.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
        let query = "n=\(number)&X-Amz-Date=\(date)&X-Amz-Expires=\(urlLifetime)&X-Amz-Signature=topsecret\(number)"
        return PresignedURL(rawValue: "https://storage.example/output.json?\(query)")
    }

    private final class Recorder: Sendable {
        let times = Mutex<[Double]>([])
        let requests = Mutex<[TransportRequest]>([])
    }

    private struct RecordingTransport: Transport {
        let base: any Transport
        let recorder: Recorder
        let clock: ManualClock

        var capabilities: TransportCapabilities { base.capabilities }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            recorder.times.withLock { $0.append(clock.now.offset / .seconds(1)) }
            recorder.requests.withLock { $0.append(request) }
            return try await base.send(request)
        }
    }
}
