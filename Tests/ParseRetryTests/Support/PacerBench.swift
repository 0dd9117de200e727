import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Calls of one client to a service that always answers, while a pause lasts; and which was sent when.
final class PacerBench: Sendable {
    let clock = ManualClock()
    let pacer: RequestPacer
    private let transport: RetryingTransport
    private let sent: Sent
    private let ended = Mutex<[Int: Duration]>([:])

    init(pausedFor pause: Duration, spacing: Duration = .milliseconds(100)) throws {
        pacer = RequestPacer(spacing: spacing)
        sent = Sent(on: clock)
        transport = RetryingTransport(
            sent, configuration: RetryConfiguration(pacer: pacer), time: clock.timeSource, random: .constant(1))
        try hold(until: pause)
    }

    /// Who was sent, in order.
    var names: [Int] { sent.record.withLock { $0.map(\.name) } }

    /// When, in order.
    var times: [Duration] { sent.record.withLock { $0.map(\.at) } }

    /// When each call ended, well or not.
    var ends: [Int: Duration] { ended.withLock { $0 } }

    func hold(until instant: Duration) throws {
        pacer.pause(try Self.origin(), until: instant)
    }

    /// Makes a call.
    ///
    /// - Returns: what ended it; `nil` if it was answered.
    @discardableResult
    func call(_ name: Int, before deadline: Duration? = nil) async -> RetryError? {
        defer { ended.withLock { $0[name] = clock.now.offset } }
        do {
            let request = try Self.request(name)
            _ = try await transport.perform(request, before: Deadline(instant: deadline))
            return nil
        } catch {
            return error as? RetryError
        }
    }

    /// Runs a body with all of its children on one thread.
    func run(_ body: @escaping @Sendable () async -> Void) -> Bool {
        OneThread.run(on: clock, body)
    }

    private static func request(_ name: Int) throws -> TransportRequest {
        guard let url = URL(string: "https://api.example.com/\(name)") else { throw CancellationError() }
        return TransportRequest(method: .get, url: url)
    }

    private static func origin() throws -> Origin {
        guard let origin = Origin(try request(0).url) else { throw CancellationError() }
        return origin
    }

    private final class Sent: Transport {
        let capabilities = TransportCapabilities.streaming
        let record = Mutex<[(name: Int, at: Duration)]>([])
        private let clock: ManualClock

        init(on clock: ManualClock) {
            self.clock = clock
        }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            record.withLock { $0.append((Int(request.url.lastPathComponent) ?? -1, clock.now.offset)) }
            return TransportResponse(head: ResponseHead(status: 200), body: ResponseBody([]))
        }
    }
}
