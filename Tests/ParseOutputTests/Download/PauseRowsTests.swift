import ParseOutput
import ParseTesting
import ParseTransport
import Testing

@Suite("A reader that takes its time, row by row", .timeLimit(.minutes(5)))
struct PauseRowsTests {
    private let clock = ManualClock()
    private static let stored = StoredBytes(count: 100_000)
    private let object = stored

    /// A pass over the object that has read half of it.
    private struct Pass {
        let peer: StreamingPeer
        let download: ResumableDownload
        var pieces: ResumableDownload.Iterator
        var bytes: [UInt8] = []

        init(_ object: StoredBytes, on clock: ManualClock, _ steps: [StreamingPeer.Step]? = nil) {
            peer = StreamingPeer(on: clock) { request, _ in
                let start = request.rangeStart ?? 0
                return .object(object, from: start, steps ?? .pieces(object.bytes[start...]))
            }
            download = peer.download(on: clock)
            pieces = download.makeAsyncIterator()
        }

        mutating func read(upTo count: Int = .max) async throws {
            while bytes.count < count, let piece = try await pieces.next() { bytes += piece }
        }
    }

    @Test("E3 A pause of ten minutes is no stall: the connection is let go after one, and nothing is lost or doubled")
    func e3_tenMinutes() async throws {
        var pass = Pass(object, on: clock)
        try await pass.read(upTo: 50_000)
        clock.advance(by: .seconds(59))
        // Until the watch has looked and will look again: time that moves on in between is time it does not see.
        while clock.waiters == 0 { await Task.yield() }
        #expect(pass.peer.traffic.held == 1)
        clock.advance(by: .seconds(541))
        await pass.peer.waitUntilHeld(0)
        #expect(pass.peer.traffic.bytes == 50_000)
        try await pass.read()
        #expect(pass.bytes == object.bytes)
        #expect(pass.peer.ranges == [nil, "bytes=45904-"])
        #expect(pass.download.report.lostTime.isEmpty)
        #expect(pass.download.report.wireBytes == 104_096)
    }

    @Test("E3 Short pauses keep the connection, however many and however slow they make it all")
    func e3_shortPauses() async throws {
        var pass = Pass(object, on: clock)
        for count in stride(from: 1_000, through: 100_000, by: 1_000) {
            try await pass.read(upTo: count)
            clock.advance(by: .seconds(45))
        }
        try await pass.read()
        #expect(pass.bytes == object.bytes)
        #expect(pass.peer.requests.count == 1)
        #expect(clock.now.offset == .seconds(4_500))
    }

    @Test(
        "E5 A reader that comes back after more than a minute gets a connection of its own", arguments: [60, 61, 3_600])
    func e5_reopened(seconds: Int) async throws {
        var pass = Pass(object, on: clock)
        try await pass.read(upTo: 50_000)
        clock.advance(by: .seconds(seconds))
        // At once: whether the connection is let go by the clock or by the reader is all the same.
        try await pass.read()
        #expect(pass.bytes == object.bytes)
        #expect(pass.peer.ranges == [nil, "bytes=45904-"])
        #expect(pass.download.report.resumes == 1)
        pass.pieces = pass.download.makeAsyncIterator()
        await pass.peer.waitUntilHeld(0)
    }

    @Test("E5 How long a pause may be can be set")
    func e5_limit() async throws {
        let peer = StreamingPeer.storage(of: object, on: clock)
        let download = peer.download(on: clock) { $0.pauseLimit = .seconds(600) }
        var pieces = download.makeAsyncIterator()
        var bytes: [UInt8] = []
        while let piece = try await pieces.next() {
            bytes += piece
            if bytes.count == 50_000 { clock.advance(by: .seconds(599)) }
        }
        #expect(bytes == object.bytes)
        #expect(peer.requests.count == 1)
    }

    // How much memory that takes is measured by the benchmarks.
    @Test("E4 Nothing is taken from the connection before it is asked for")
    func e4_onePiece() async throws {
        var pass = Pass(object, on: clock)
        #expect(pass.peer.requests.isEmpty)
        for count in 1...50 {
            try await pass.read(upTo: count * 1_000)
            for _ in 0..<10 { await Task.yield() }
            #expect(pass.peer.traffic.pieces == count)
        }
    }

    @Test("E4 Where a transport holds no peer back, two windows are on their way at most")
    func e4_windows() async throws {
        let large = StoredBytes(count: 500_000)
        let peer = StreamingPeer(on: clock, capabilities: .buffering) { request, _ in .window(large, request) }
        let download = peer.download(on: clock) { $0.windowBytes = 65_536 }
        var pieces = download.makeAsyncIterator()
        var bytes: [UInt8] = []
        while let piece = try await pieces.next() {
            bytes += piece
            for _ in 0..<10 { await Task.yield() }
            // The one that is being read, and the one behind it; besides, each brings the seam before it once more.
            #expect(peer.traffic.bytes - bytes.count <= 2 * 65_536 + peer.requests.count * 4_096)
        }
        #expect(bytes == large.bytes)
        #expect(peer.requests.count == 8)
    }
}
