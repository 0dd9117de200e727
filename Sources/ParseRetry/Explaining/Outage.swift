import ParseTransport
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A service that fails for a while and then answers, on a clock of its own that jumps.
struct Outage: Transport {
    let capabilities = TransportCapabilities.streaming

    private let length: Duration
    private let failure: Duration
    private let status: Int
    private let clock = JumpingClock()

    /// When the call ends at the latest, and how long it lets one attempt take: no alarm cuts an attempt off here.
    private let deadline: Deadline
    private let attemptTimeout: Duration

    init(
        lasting length: Duration,
        failingAfter failure: Duration,
        status: Int,
        attemptTimeout: Duration,
        within limit: Duration?
    ) {
        self.length = length
        self.failure = max(.zero, failure)
        self.status = status
        self.attemptTimeout = attemptTimeout
        self.deadline = Deadline(after: limit, on: clock.timeSource)
    }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        guard clock.now < length else {
            return TransportResponse(head: ResponseHead(status: 200), body: ResponseBody([]))
        }
        let patience = min(attemptTimeout, deadline.remaining(on: clock.timeSource) ?? attemptTimeout)
        clock.advance(by: min(failure, patience))
        guard failure < patience else {
            throw TransportError(.timedOut, phase: .awaitingResponse, message: "The service did not answer in time.")
        }
        guard status > 0 else {
            throw TransportError(.connectionRefused, phase: .notSent, message: "The service is down.")
        }
        return TransportResponse(head: ResponseHead(status: status), body: ResponseBody([]))
    }

    /// Makes one call.
    func call(
        _ configuration: RetryConfiguration,
        random: RandomSource
    ) async -> (attempts: [AttemptRecord], survived: Bool) {
        let transport = RetryingTransport(
            self,
            configuration: configuration.with {
                $0.throttle = RetryBudget()
                $0.pacer = RequestPacer()
                $0.observe = { _ in }
            },
            time: clock.timeSource,
            random: random
        )
        guard let url = URL(string: "https://service.example/") else { return ([], false) }
        do throws(RetryError) {
            let answer = try await transport.perform(TransportRequest(url: url), before: deadline)
            return (answer.attempts, answer.response.status == 200)
        } catch {
            return (error.attempts, false)
        }
    }

    /// Sleeps take no time, and alarms never ring.
    private final class JumpingClock: Sendable {
        private let reading = Mutex(Duration.zero)

        var now: Duration { reading.withLock(\.self) }

        func advance(by duration: Duration) {
            reading.withLock { $0 += duration }
        }

        var timeSource: TimeSource {
            TimeSource(
                now: { self.now },
                sleep: { self.advance(by: $0) },
                alarm: { _ in
                    {
                        let never = AsyncStream<Never>.makeStream()
                        for await _ in never.stream {}
                        throw CancellationError()
                    }
                },
                date: { Date(timeIntervalSince1970: 0) }
            )
        }
    }
}
