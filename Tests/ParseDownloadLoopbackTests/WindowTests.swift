import LoopbackServer
import ParseOutput
import Testing

/// What is special where a transport cannot hold its peer back, as `URLSession` on Linux: windows, one fetched ahead.
@Suite("Downloads by windows, on this machine", .timeLimit(.minutes(2)))
struct WindowTests {
    private let object = StoredObject.standard

    /// The lines of all windows of a mebibyte.
    private func windows(_ bench: StorageBench) -> [String] {
        [bench.opening(), bench.resuming(at: 1 << 20), bench.resuming(at: 2 << 20)]
    }

    @Test("C1 Windows follow each other, and each is read again from a little before it", arguments: Adapter.windowed)
    func c1_windows(on adapter: Adapter) async throws {
        let bench = try StorageBench(on: adapter) { $0.windowBytes = 1 << 20 }
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        #expect(outcome.requests == windows(bench))
        #expect(outcome.report.wireBytes == Int64(object.stored.count + 2 * 4_096))
    }

    @Test("C2 A window that is reset while the one before it is read", arguments: Adapter.windowed)
    func c2_resetAhead(on adapter: Adapter) async throws {
        let bench = try StorageBench(
            on: adapter,
            answers: [{ object.answer(to: $0) }, { object.answer(to: $0, until: 1_500_000, then: .reset) }]
        ) { $0.windowBytes = 1 << 20 }
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        // What followed the broken window had perhaps been asked for already.
        #expect(outcome.requests.starts(with: windows(bench).prefix(2)))
        #expect(outcome.report.lostTime[.interruption] != nil)
    }

    @Test("C3 A connection that ends with each window costs nothing", arguments: Adapter.windowed)
    func c3_betweenWindows(on adapter: Adapter) async throws {
        let answer: StorageBench.Answer = { object.answer(to: $0, then: .close) }
        let bench = try StorageBench(on: adapter, answers: Array(repeating: answer, count: 20)) {
            $0.windowBytes = 1 << 20
        }
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        #expect(Set(windows(bench)).isSubset(of: outcome.requests))
        #expect(outcome.report.wireBytes == Int64(object.stored.count + 2 * 4_096))
        #expect(bench.server.acceptedConnections >= 3)
    }

    // MARK: - Hosts that ignore ranges

    @Test("C8 All of a document that is not too long is taken for its window", arguments: Adapter.windowed)
    func c8_wholeForWindow(on adapter: Adapter) async throws {
        let bench = try StorageBench(on: adapter, answers: [{ _ in object.answer(to: nil) }]) {
            $0.windowBytes = 1 << 20
            $0.bufferedBytes = 4 << 20
        }
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        #expect(outcome.requests == [bench.opening()])
        #expect(outcome.report.wireBytes == Int64(object.stored.count))
    }

    @Test("C8 One that is too long is refused before it piles up", arguments: Adapter.windowed)
    func c8_tooLongForWindow(on adapter: Adapter) async throws {
        let closed = LoopbackGate()
        let bench = try StorageBench(
            on: adapter,
            answers: [{ _ in object.answer(to: nil, until: 100_000, then: .stall(untilClosed: closed)) }]
        ) {
            $0.windowBytes = 1 << 20
            $0.bufferedBytes = 2 << 20
        }
        let outcome = await bench.run()
        #expect(outcome.error?.code == .tooLarge)
        #expect(outcome.report.deliveredBytes == 0)
        #expect(outcome.requests == [bench.opening()])
        await closed.opened()
        #expect(bench.server.acceptedConnections == 1)
    }

    @Test(
        "C8 What was handed out is passed over, once compared, where the host sends all again",
        arguments: Adapter.allCases)
    func c8_passedOver(on adapter: Adapter) async throws {
        let offset = 1_200_000
        let bench = try StorageBench(
            on: adapter,
            answers: [
                { _ in object.answer(to: nil, until: offset, then: .close) }, { _ in object.answer(to: nil) },
            ])
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        #expect(outcome.requests == [bench.opening(), bench.resuming(at: offset)])
        #expect(outcome.report.wireBytes == Int64(offset + object.stored.count))
    }
}
