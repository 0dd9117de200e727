import ParseOutput
import ParseRetry
import ParseTesting
import ParseTransport
import Testing

/// Over a transport that never times out itself.
@Suite("A body that stalls, row by row", .timeLimit(.minutes(5)))
struct StallRowsTests {
    private let clock = ManualClock(.jumping)
    private static let stored = StoredBytes(count: 40_000)
    private let object = stored

    /// The beginning of the object, and then whatever.
    private func answer(_ count: Int, _ steps: [StreamingPeer.Step]) -> StreamingPeer.Answer {
        .object(object, .pieces(object.bytes[..<count]) + steps)
    }

    @Test("E1 Half a minute of silence ends a body, which is gone on with where it was", arguments: [0, 10_000])
    func e1_silence(count: Int) async {
        let start = max(0, count - 4_096)
        let peer = StreamingPeer(
            on: clock, answer(count, [.silence(.seconds(86_400))]), .object(object, from: start))
        let download = peer.download(on: clock)
        let outcome = await read(download)
        #expect(outcome.error == nil)
        #expect(outcome.bytes == object.bytes)
        #expect(peer.ranges == [nil, count == 0 ? nil : "bytes=\(start)-"])
        #expect(peer.times == [0, 30.1])
        #expect(download.report.lostTime.keys.map(\.self) == [.stall])
        await peer.waitUntilHeld(0)
    }

    @Test("E1 So does a head that does not come, after forty seconds")
    func e1_silentHead() async {
        var silent = StreamingPeer.Answer.object(object)
        silent.delay = .seconds(86_400)
        let peer = StreamingPeer(on: clock, silent, .object(object))
        let outcome = await read(peer.download(on: clock))
        #expect(outcome.error == nil)
        #expect(outcome.bytes == object.bytes)
        #expect(peer.times == [0, 40.1])
    }

    @Test("E1 Silence that comes again and again without progress ends the download")
    func e1_always() async {
        let peer = StreamingPeer(on: clock, answer(0, [.silence(.seconds(86_400))]))
        let outcome = await read(peer.download(on: clock))
        #expect(outcome.error?.code == .interrupted)
        #expect(outcome.error?.limit == .attempts)
        #expect((outcome.error?.cause as? TransportError)?.kind == .timedOut)
        #expect(peer.times.map { ($0 * 10).rounded() / 10 } == [0, 30.1, 60.3, 90.7])
        await peer.waitUntilHeld(0)
    }

    @Test("E2 Ten bytes a second are given up after twenty seconds, and what came of them counts")
    func e2_trickle() async {
        let trickle = StreamingPeer.Step.paced(object.bytes[5_000...], piece: 10, every: .seconds(1))
        let start = 5_200 - 4_096
        let peer = StreamingPeer(on: clock, answer(5_000, trickle), .object(object, from: start))
        let outcome = await read(peer.download(on: clock))
        #expect(outcome.error == nil)
        #expect(outcome.bytes == object.bytes)
        #expect(peer.ranges == [nil, "bytes=\(start)-"])
        #expect(peer.times == [0, 20.1])
    }

    @Test("E2 A trickle is endured where that is asked for")
    func e2_endured() async {
        let small = StoredBytes(count: 1_000)
        let peer = StreamingPeer(
            on: clock, .object(small, StreamingPeer.Step.paced(small.bytes[...], piece: 10, every: .seconds(1))))
        let outcome = await read(peer.download(on: clock) { $0.minimumThroughput = 0 })
        #expect(outcome.error == nil)
        #expect(outcome.bytes == small.bytes)
        #expect(peer.times == [0])
    }

    @Test("E1 The time that a download may take ends it within a silence, and within a wait")
    func e1_timeout() async {
        let silent = StreamingPeer(on: clock, answer(10_000, [.silence(.seconds(86_400))]))
        let outcome = await read(silent.download(on: clock) { $0.timeout = .seconds(12) })
        #expect(outcome.error?.code == .timedOut)
        #expect(outcome.error?.bytesDelivered == 10_000)
        #expect(outcome.bytes.count == 10_000)
        #expect(clock.now.offset == .seconds(12))
        await silent.waitUntilHeld(0)
    }
}
