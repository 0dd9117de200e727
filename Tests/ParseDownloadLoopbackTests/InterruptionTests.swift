import LoopbackServer
import ParseOutput
import ParseRetry
import ParseTransport
import Testing

@Suite("Connections that break, on this machine", .timeLimit(.minutes(2)))
struct InterruptionTests {
    private let object = StoredObject.standard

    /// Where the connections break.
    private let offset = 1_200_000

    /// All of it came, joined once behind these bytes.
    private func expectOneResume(
        _ bench: StorageBench,
        _ outcome: StorageBench.Outcome,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(outcome.error == nil, sourceLocation: sourceLocation)
        #expect(outcome.isIdentical, sourceLocation: sourceLocation)
        #expect(outcome.requests == [bench.opening(), bench.resuming(at: offset)], sourceLocation: sourceLocation)
        #expect(outcome.report.resumes == 1, sourceLocation: sourceLocation)
        #expect(outcome.report.wireBytes == Int64(object.stored.count + 4_096), sourceLocation: sourceLocation)
        // Heads and framing included, the server sent no more than one in a hundred again.
        #expect(bench.server.bytesSent <= object.stored.count / 100 * 101, sourceLocation: sourceLocation)
        #expect(bench.server.acceptedConnections == 2, sourceLocation: sourceLocation)
    }

    @Test("C1 A clean answer is one request", arguments: Adapter.allCases)
    func c1_clean(on adapter: Adapter) async throws {
        let bench = try StorageBench(on: adapter)
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        #expect(outcome.requests == [bench.opening()])
        #expect(outcome.report.wireBytes == Int64(object.stored.count))
        #expect(outcome.report.resumes == 0)
        #expect(outcome.report.lostTime.isEmpty)
        #expect(bench.server.acceptedConnections == 1)
    }

    @Test("C2 After a reset what is missing is asked for", arguments: Adapter.allCases)
    func c2_reset(on adapter: Adapter) async throws {
        // A reset throws away what is under way, so it waits until all before it has been read.
        let read = LoopbackGate()
        let bench = try StorageBench(
            on: adapter,
            answers: [{ object.answer(to: $0, until: offset, then: .wait(read), .reset) }])
        let outcome = await bench.run { if $0 >= offset { read.open() } }
        expectOneResume(bench, outcome)
        #expect(outcome.report.lostTime[.interruption] != nil)
    }

    @Test("C3 A connection that ends too early is taken for no end", arguments: Adapter.allCases)
    func c3_shortBody(on adapter: Adapter) async throws {
        let bench = try StorageBench(
            on: adapter,
            answers: [{ object.answer(to: $0, until: offset, then: .close) }])
        expectOneResume(bench, await bench.run())
    }

    @Test("C4 A body in chunks that ends without its last one is gone on with", arguments: Adapter.allCases)
    func c4_missingLastChunk(on adapter: Adapter) async throws {
        let bench = try StorageBench(
            on: adapter,
            answers: [{ object.answer(to: $0, .chunks, until: offset, then: .close) }])
        expectOneResume(bench, await bench.run())
    }

    @Test("C4 Where only the last chunk is missing, the host is asked whether anything is", arguments: Adapter.allCases)
    func c4_onlyTheLastChunk(on adapter: Adapter) async throws {
        let bench = try StorageBench(on: adapter, answers: [{ object.answer(to: $0, .chunks, then: .close) }])
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        // A window says of how many bytes it is one, so nothing is open then.
        let more = adapter.isWindowed ? [] : [bench.resuming(at: object.stored.count)]
        #expect(outcome.requests == [bench.opening()] + more)
    }

    @Test("C5 A chunk whose size is no number ends the body behind the bytes before it", arguments: Adapter.allCases)
    func c5_badChunkSize(on adapter: Adapter) async throws {
        let bench = try StorageBench(
            on: adapter,
            answers: [{ object.answer(to: $0, .chunks, until: offset, then: .text("zz\r\nrest\r\n"), .close) }])
        expectOneResume(bench, await bench.run())
    }

    // MARK: - Closing within the headers

    @Test("C5 Half a header, at first and later on, holds nothing up for good", arguments: Adapter.robust)
    func c5_halfHeader(on adapter: Adapter) async throws {
        let bench = try StorageBench(
            on: adapter,
            answers: [
                { _ in .halfHeaderLine }, { object.answer(to: $0, until: offset, then: .close) },
                { _ in .halfHeaderLine }, { _ in .halfHeaderBlock },
            ])
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        let resuming = bench.resuming(at: offset)
        #expect(outcome.requests == [bench.opening(), bench.opening(), resuming, resuming, resuming])
        #expect(outcome.report.wireBytes == Int64(object.stored.count + 4_096))
    }

    @Test("C5 Half a header again and again is an error that says so", arguments: Adapter.robust)
    func c5_halfHeaderForEver(on adapter: Adapter) async throws {
        let bench = try StorageBench(
            on: adapter, answers: Array(repeating: { _ in .halfHeaderLine }, count: 9), attempts: 3)
        let outcome = await bench.run()
        #expect(outcome.error?.code == .interrupted && outcome.error?.limit == .attempts)
        let cause = outcome.error?.cause as? TransportError
        #expect(cause?.kind == .connectionBroken && cause?.phase == .awaitingResponse)
        #expect(outcome.requests == Array(repeating: bench.opening(), count: 3))
    }
}
