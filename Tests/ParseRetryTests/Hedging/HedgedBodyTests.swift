import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization
import Testing

@Suite("HedgingTransport, and the bodies of both requests")
struct HedgedBodyTests {
    /// A transport as the adapters are made: its bodies come through a pipe that the test fills.
    private final class Piped: Transport {
        let pipes = AsyncStream.makeStream(of: ResponsePipe.self)
        private let abandonments = Mutex(0)

        var abandoned: Int { abandonments.withLock { $0 } }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            let pipe = ResponsePipe(highWaterMark: 1_000, onDemand: {}, onAbandon: { [self] in count() })
            pipe.requestWillBeSent()
            pipes.continuation.yield(pipe)
            return try await pipe.response()
        }

        private func count() {
            abandonments.withLock { $0 += 1 }
        }

        func next() async throws -> ResponsePipe {
            for await pipe in pipes.stream { return pipe }
            throw CancellationError()
        }
    }

    private let clock = ManualClock()
    private let base = Piped()

    /// Begins a call and waits until both of its requests are under way.
    private func begin() async throws -> (Task<TransportResponse, any Error>, first: ResponsePipe, second: ResponsePipe)
    {
        let configuration = HedgingTransport.Configuration(initialDelay: .milliseconds(100), maximumShare: 1)
        let transport = HedgingTransport(base, configuration: configuration, time: clock.timeSource)
        let request = try HedgingBench.request()
        let call = Task { try await transport.send(request) }
        let first = try await base.next()
        clock.advance(by: .milliseconds(100))
        return (call, first, try await base.next())
    }

    @Test("E24 The winner's body is read after the call has returned; the loser's transfer is abandoned")
    func e24_winner() async throws {
        let (call, first, second) = try await begin()
        second.receive(ResponseHead(status: 200), length: 6)
        second.deliver()
        let response = try await call.value
        #expect(base.abandoned == 1)
        #expect(first.phase == .awaitingResponse)
        second.receive([1, 2, 3])
        second.deliver()
        async let body = response.body.collect(upTo: 6)
        second.receive([4, 5, 6])
        second.end(nil)
        #expect(try await body == [1, 2, 3, 4, 5, 6])
        #expect(base.abandoned == 1)
    }

    @Test("E24 Where both heads come at once, the one that is not returned is abandoned")
    func e24_both() async throws {
        let (call, first, second) = try await begin()
        for pipe in [first, second] { pipe.receive(ResponseHead(status: 200), length: 1) }
        for pipe in [first, second] { pipe.deliver() }
        let response = try await call.value
        #expect(base.abandoned == 1)
        for pipe in [first, second] {
            pipe.receive([7])
            pipe.end(nil)
        }
        #expect(try await response.body.collect(upTo: 1) == [7])
    }
}
