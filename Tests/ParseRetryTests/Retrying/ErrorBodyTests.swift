import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization
import Testing

/// What a verdict was asked about.
private final class Seen: Sendable {
    private let asked = Mutex<[(status: Int, body: [UInt8])]>([])

    var statuses: [Int] { asked.withLock { $0.map(\.status) } }
    var bodies: [[UInt8]] { asked.withLock { $0.map(\.body) } }

    var verdict: @Sendable (ResponseHead, [UInt8]) -> ServerVerdict {
        { [self] head, body in
            asked.withLock { $0.append((head.status, body)) }
            return .none
        }
    }
}

@Suite("RetryingTransport, bodies")
struct ErrorBodyTests {
    private func bench(_ status: Int, _ body: MockBody) -> RetryBench {
        RetryBench([MockExchange(answer: .response(status: status, body: body))])
    }

    @Test("The caller can still read the body of the final error")
    func readable() async throws {
        let result = try await bench(404, .bytes("gone".utf8)).perform()
        #expect(result.response.body.length == 4)
        #expect(try await result.response.body.collect(upTo: 10) == Array("gone".utf8))
    }

    @Test("An error's body is bounded, for the verdict and for the caller", arguments: [0, 1, 3, 4, 5, -1])
    func bounded(limit: Int) async throws {
        let seen = Seen()
        var bench = bench(404, .cut("gone".utf8, at: [2]))
        bench.configuration.errorBodyLimit = limit
        bench.configuration.readVerdict = seen.verdict
        let expected = Array("gone".utf8.prefix(max(0, limit)))
        let response = try await bench.perform().response
        #expect(try await response.body.collect(upTo: 4) == expected)
        #expect(seen.bodies == [expected])
    }

    @Test("The verdict is asked about errors only")
    func verdictOnErrors() async throws {
        let seen = Seen()
        var bench = RetryBench(statuses: [204, 302, 404])
        bench.configuration.readVerdict = seen.verdict
        for _ in 0..<3 { _ = try await bench.perform() }
        #expect(seen.statuses == [404])
    }

    @Test("A successful body is handed on unread, with its faults")
    func success() async throws {
        let fault = TransportError(.connectionBroken, phase: .receivingBody, message: "Reset by peer.")
        let bench = bench(200, .bytes([1]).thenPause(.seconds(20)).thenFail(fault))
        let result = try await bench.perform()
        #expect(bench.clock.now.offset == .zero)
        var iterator = result.response.body.makeAsyncIterator()
        #expect(try await iterator.next() == [1])
        await #expect(throws: fault) { try await iterator.next() }
        #expect(bench.clock.now.offset == .seconds(20))
        #expect(bench.mock.requests.count == 1)
    }

    @Test("A body that breaks off does not hide the status it came with")
    func broken() async throws {
        let fault = TransportError(.connectionBroken, phase: .receivingBody, message: "Reset by peer.")
        let result = try await bench(404, .bytes([1]).thenFail(fault)).perform()
        #expect(result.response.status == 404)
        #expect(result.attempts.map(\.outcome) == [.status(404)])
    }

    @Test("A body that never ends does not either: the attempt's time ends it")
    func stalled() async throws {
        var trickle = MockBody.empty
        trickle.announcedLength = nil
        for _ in 0..<100 { trickle = trickle.then([0x20]).thenPause(.seconds(1)) }
        let bench = bench(400, trickle)
        let result = try await bench.perform()
        #expect(result.response.status == 400)
        #expect(result.attempts.count == 1)
        #expect(bench.clock.now.offset == .seconds(60))
    }

    @Test("Cancelling while an error's body is read is a cancellation, not that error")
    func cancelled() async throws {
        let bench = RetryBench(
            [MockExchange(answer: .response(status: 404, body: .bytes([1]).thenPause(.seconds(9))))],
            mode: .stepping
        )
        let task = Task { try await bench.perform() }
        try await bench.clock.waitForSleepers()
        task.cancel()
        let error = await #expect(throws: RetryError.self) { try await task.value }
        #expect(error?.fault.kind == .cancelled)
        #expect(bench.clock.sleepers == 0)
    }
}
