import ParseModels
import ParseOutput
import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization
import Testing

@Suite("Downloads that are cancelled, row by row", .timeLimit(.minutes(5)))
struct CancellationRowsTests {
    /// Counts what happens in a download, and cancels it at one of these points.
    private final class Canceller: Sendable {
        private let state: Mutex<(left: Int, cancel: (@Sendable () -> Void)?)>

        init(after count: Int) {
            state = Mutex((count, nil))
        }

        /// Says how it is cancelled; nothing of it happens before.
        func watch(_ cancel: @escaping @Sendable () -> Void) {
            state.withLock { $0.cancel = cancel }
        }

        func step() {
            let cancel = state.withLock { state in
                state.left -= 1
                return state.left == 0 ? state.cancel : nil
            }
            cancel?()
        }
    }

    private static func read(
        _ download: ResumableDownload, _ canceller: Canceller
    ) async -> (bytes: [UInt8], error: DownloadError?) {
        var bytes: [UInt8] = []
        do throws(DownloadError) {
            for try await piece in download {
                bytes += piece
                canceller.step()
            }
            return (bytes, nil)
        } catch {
            return (bytes, error)
        }
    }

    /// Counts who waits for an alarm: each body that is watched over does.
    private static func counted(_ time: TimeSource, _ waiting: Tally, _ step: @escaping @Sendable () -> Void)
        -> TimeSource
    {
        TimeSource(
            now: { time.now },
            sleep: {
                step()
                try await time.sleep(for: $0)
            },
            alarm: { duration in
                let alarm = time.alarm(after: duration)
                return {
                    waiting.add(1)
                    defer { waiting.add(-1) }
                    try await alarm()
                }
            },
            date: { time.date }
        )
    }

    private final class Tally: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock { $0 } }

        func add(_ number: Int) {
            count.withLock { $0 += number }
        }
    }

    private static let object = StoredBytes(count: 150_000)

    /// Breaks off, refuses, falls silent, fails and serves by turns, from wherever is asked.
    private static func answer(_ request: TransportRequest, _ number: Int) -> StreamingPeer.Answer {
        let start = request.rangeStart ?? 0
        let some = [StreamingPeer.Step].pieces(object.bytes[start...].prefix(40_000), of: 16_000)
        return switch number {
        case 0: .object(object, from: start, some + [.fault(.reset)])
        case 1: .init(status: 403, steps: .pieces(Array("<Code>ExpiredToken</Code>".utf8)[...]))
        case 2: .object(object, from: start, some + [.silence(.seconds(3_600))])
        case 3: .init(status: 503, headers: ["Retry-After": "2"])
        default: .window(object, request, pieces: 16_000, every: .seconds(1))
        }
    }

    /// A download that is cancelled at one of its steps, unless it has ended before.
    ///
    /// - Returns: whether it was cancelled.
    private static func cancel(_ isBuffering: Bool, atStep count: Int, _ waiting: Tally) async -> Bool {
        let clock = ManualClock(.jumping)
        let canceller = Canceller(after: count)
        let peer = StreamingPeer(on: clock, capabilities: isBuffering ? .buffering : .streaming) { request, number in
            canceller.step()
            // Windows are fetched ahead where they come.
            return answer(request, isBuffering && number != 1 ? 4 : number)
        }
        let urls = SharedURLSource {
            canceller.step()
            await Task.yield()
            canceller.step()
            try Task.checkCancellation()
            return PresignedURL(rawValue: "https://storage.example/")
        }
        let time = counted(clock.timeSource, waiting) { canceller.step() }
        let download = peer.download(on: clock, time: time, urls: urls)
        let isWatched = Tally()
        let task = Task {
            while isWatched.value == 0 { await Task.yield() }
            return await read(download, canceller)
        }
        canceller.watch { task.cancel() }
        isWatched.add(1)
        let (bytes, error) = await task.value
        #expect(areSame(bytes, object.bytes.prefix(bytes.count)))
        #expect(error == nil || error?.code == .cancelled, "\(error.map(String.init(describing:)) ?? "")")
        #expect(error != nil || bytes.count == object.bytes.count)
        await peer.waitUntilHeld(0)
        return error != nil
    }

    @Test("E27 A thousand downloads that are cancelled anywhere all end, and leave nothing behind, seeds 0 to 3")
    func e27_cancelled() async {
        let waiting = Tally()
        let cancelled = await withTaskGroup(of: Int.self) { group in
            for seed in 0..<4 {
                group.addTask {
                    let random = RandomSource.seeded(UInt64(seed))
                    var cancelled = 0
                    for index in 0..<250 {
                        let count = Int(random.number(in: 1...30))
                        if await Self.cancel(index.isMultiple(of: 4), atStep: count, waiting) { cancelled += 1 }
                    }
                    return cancelled
                }
            }
            return await group.reduce(0, +)
        }
        while waiting.value > 0 { await Task.yield() }
        #expect((600..<1_000).contains(cancelled), "\(cancelled)")
    }

    @Test("E27 A download that is let go in the middle lets its connection go, and whoever watches over it")
    func e27_letGo() async throws {
        let clock = ManualClock()
        let waiting = Tally()
        let peer = StreamingPeer.storage(of: Self.object, on: clock)
        let time = Self.counted(clock.timeSource, waiting) {}
        for _ in 0..<20 {
            for try await _ in peer.download(on: clock, time: time) { break }
        }
        await peer.waitUntilHeld(0)
        while waiting.value > 0 { await Task.yield() }
        #expect(peer.traffic.pieces == 20)
    }
}
