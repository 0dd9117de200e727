import Foundation
import ParseModels
import ParseOutput
import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization
import Testing

@Suite("What hosts, settings and tokens may not bring about", .timeLimit(.minutes(1)))
struct HardeningTests {
    private let object = StoredBytes(count: 100_000)
    private let clock = ManualClock(.jumping)

    @Test("A limit of no pause at all costs no request", arguments: [0, -1])
    func noPause(seconds: Int) async {
        let clock = ManualClock()
        let peer = StreamingPeer.storage(of: object, on: clock)
        let (bytes, error) = await read(peer.download(on: clock) { $0.pauseLimit = .seconds(seconds) })
        #expect(error == nil)
        #expect(bytes == object.bytes)
        #expect(peer.requests.count == 1)
    }

    @Test("A window may be as large as a number can be")
    func largestWindow() async {
        let outcome = await DownloadBench(
            [object.part(0..<50_000), object.rest(from: 50_000 - 4_096)], capabilities: .buffering
        ) { $0.windowBytes = .max }.run()
        #expect(outcome.bytes == object.bytes)
    }

    @Test("An error is read as far as nothing where the limit is negative")
    func negativeErrorLimit() async {
        let page = StoredBytes(Array("<html>hello".utf8))
        let outcome = await DownloadBench([page.whole()]) { $0.errorBodyLimit = -1 }.run()
        #expect(outcome.error?.code == .unexpectedContent)
    }

    @Test(
        "A token is refused whose numbers could be counted on no further",
        arguments: [
            #"{"v":1,"run":"r","chunks":3,"at":9223372036854775807,"tag":"\"v1\""}"#,
            #"{"v":1,"run":"r","chunks":9223372036854775807,"at":10,"tag":"\"v1\""}"#,
        ])
    func largestToken(json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ResumeToken.self, from: Data(json.utf8)) }
    }

    @Test("Nothing behind the document is handed out, where only its length and not that of the body was told")
    func excess() async {
        let place: HeaderFields = ["Content-Range": "bytes 0-99499/99500"]
        let outcome = await DownloadBench([object.answer(200, object.bytes[...], place)]).run()
        #expect(outcome.bytes == Array(object.bytes[..<99_500]))
        #expect(outcome.error?.code == .protocolViolation)
    }

    @Test("Of a host that sends all the rest for a window, nothing is taken into memory")
    func overlongWindow() async {
        let clock = ManualClock()
        let large = StoredBytes(count: 1_000_000)
        let peer = StreamingPeer(on: clock, capabilities: .buffering) { request, number in
            number == 0 ? .window(large, request) : .object(large, from: request.rangeStart ?? 0)
        }
        let download = peer.download(on: clock) {
            $0.windowBytes = 65_536
            $0.bufferedBytes = 200_000
        }
        let (bytes, error) = await read(download)
        #expect(bytes == Array(large.bytes[..<65_536]))
        #expect(error?.code == .tooLarge)
        #expect(peer.traffic.bytes == 65_536)
    }

    @Test("A whole document without a length is held to the same limit as one with it")
    func wholeWithoutLength() async {
        let answer = object.answer(200, object.bytes[...], hasLength: false)
        let outcome = await DownloadBench([answer], capabilities: .buffering) { $0.bufferedBytes = 10_000 }.run()
        #expect(outcome.error?.code == .tooLarge)
        #expect(outcome.bytes == Array(object.bytes[..<10_000]))
    }

    @Test("Windows that came whole do not count as attempts")
    func manyWindows() async {
        let clock = ManualClock()
        let large = StoredBytes(count: 500_000)
        let peer = StreamingPeer(on: clock, capabilities: .buffering) { request, _ in .window(large, request) }
        let download = peer.download(on: clock) {
            $0.windowBytes = 65_536
            $0.maximumOpens = 2
        }
        let (bytes, error) = await read(download)
        #expect(error == nil)
        #expect(bytes == large.bytes)
    }

    private final class Balance: RetryThrottle {
        let taken = Mutex(0)

        func withdraw(for cause: RetryCause, to origin: Origin, at instant: Duration) -> RetryCharge? {
            taken.withLock { $0 += 14 }
            return RetryCharge(tokens: 14)
        }

        func deposit(_ charge: RetryCharge?, to origin: Origin, at instant: Duration) {
            taken.withLock { $0 -= charge?.tokens ?? 0 }
        }
    }

    @Test("A retry that is cancelled before it begins costs nothing")
    func cancelledRetry() async {
        let balance = Balance()
        let bench = DownloadBench(
            [object.whole(brokenAfter: 40_000)], clock: ManualClock(), retry: RetryConfiguration(throttle: balance))
        let task = Task { await bench.run() }
        while balance.taken.withLock({ $0 }) == 0 { await Task.yield() }
        task.cancel()
        #expect(await task.value.error?.code == .cancelled)
        #expect(balance.taken.withLock { $0 } == 0)
    }
}
