import LoopbackServer
import ParseOutput
import ParseRetry
import ParseTransport
import Testing

/// Silence is real here, if short.
///
/// A machine under load may take one of its own pauses for the server's. Then there are more requests than the test is
/// about, so only the first ones are compared, and there are attempts enough.
@Suite("Servers that fall silent, on this machine", .timeLimit(.minutes(2)))
struct SilenceTests {
    private let object = StoredObject.standard
    private let impatient = TransportTimeouts(connect: .seconds(5), idle: .milliseconds(500))

    @Test(
        "E1 Headers and then silence: the connection is dropped, and the same asked for again",
        arguments: Adapter.allCases)
    func e1_silentBody(on adapter: Adapter) async throws {
        let closed = LoopbackGate()
        let bench = try StorageBench(
            on: adapter,
            answers: [{ object.answer(to: $0, until: 0, then: .stall(untilClosed: closed)) }],
            attempts: 100
        ) { $0.timeouts = impatient }
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        #expect(outcome.requests.first == bench.opening())
        #expect(outcome.requests.dropFirst().first == bench.opening(knowingLength: true))
        #expect(outcome.report.lostTime[.stall] != nil)
        await closed.opened()
        #expect(bench.server.acceptedConnections >= 2)
    }

    @Test("E1 Silence within the body: what is missing is asked for", arguments: Adapter.allCases)
    func e1_silentMiddle(on adapter: Adapter) async throws {
        let (closed, offset) = (LoopbackGate(), 1_200_000)
        let bench = try StorageBench(
            on: adapter,
            answers: [{ object.answer(to: $0, until: offset, then: .stall(untilClosed: closed)) }],
            attempts: 100
        ) { $0.timeouts = impatient }
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        let first = try #require(outcome.offsets.first)
        #expect(first <= offset)
        #expect(outcome.requests.prefix(2) == [bench.opening(), bench.resuming(at: first)])
        #expect(outcome.report.resumes == outcome.requests.count - 1)
        #expect(outcome.report.lostTime[.stall] != nil)
        await closed.opened()
        #expect(bench.server.acceptedConnections >= 2)
    }

    @Test("E1 Silence before the headers ends the attempt", arguments: Adapter.allCases)
    func e1_silentHead(on adapter: Adapter) async throws {
        let closed = LoopbackGate()
        let bench = try StorageBench(
            on: adapter, answers: [{ _ in .steps(.stall(untilClosed: closed)) }], attempts: 100
        ) {
            $0.timeouts = TransportTimeouts(connect: .milliseconds(100))
            $0.firstByteTimeout = .milliseconds(100)
        }
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        #expect(outcome.requests.prefix(2) == [bench.opening(), bench.opening()])
        #expect(outcome.report.lostTime[.stall] != nil)
        await closed.opened()
        #expect(bench.server.acceptedConnections >= 2)
    }

    @Test("E2 A trickle is taken for a stall, and what has come of it is kept", arguments: Adapter.allCases)
    func e2_trickle(on adapter: Adapter) async throws {
        let (closed, offset) = (LoopbackGate(), 1_200_000)
        let drops = Array(object.stored[offset..<(offset + 5_000)])
        let bench = try StorageBench(
            on: adapter,
            answers: [
                {
                    object.answer(
                        to: $0, until: offset,
                        then: .trickle(drops, every: .milliseconds(20)), .stall(untilClosed: closed))
                }
            ]
        ) {
            $0.minimumThroughput = 1_000
            $0.throughputPeriod = .milliseconds(200)
        }
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        let first = try #require(outcome.offsets.first)
        #expect((offset..<offset + drops.count).contains(first))
        #expect(outcome.requests == [bench.opening(), bench.resuming(at: first)])
        #expect(outcome.report.wireBytes == Int64(object.stored.count + 4_096))
        #expect(outcome.report.lostTime[.stall] != nil)
        await closed.opened()
        #expect(bench.server.acceptedConnections >= 2)
    }
}
