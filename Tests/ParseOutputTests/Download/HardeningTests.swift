import Foundation
import ParseModels
import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization
import Testing

@testable import ParseOutput

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

    /// Gives its bytes at the very moment at which the time is over.
    private struct LastMinute: Transport {
        let bytes: [UInt8]
        let now = Shared()
        let capabilities = TransportCapabilities.streaming

        final class Shared: Sendable {
            let value = Mutex(Duration.zero)
        }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            let body = ResponseBody(length: 2 * Int64(bytes.count)) { [bytes, now] in
                { () async throws(TransportError) in
                    now.value.withLock { $0 = .seconds(100) }
                    return bytes[...]
                }
            }
            return TransportResponse(head: ResponseHead(status: 200, headers: [:]), body: body)
        }
    }

    @Test("What came before the time was over is handed out, and no more is said to have been")
    func lastMinute() async {
        let peer = LastMinute(bytes: Array(object.bytes[..<1_000]))
        let time = TimeSource(
            now: { peer.now.value.withLock { $0 } },
            sleep: { _ in },
            alarm: { _ in { try await Task.sleep(for: .seconds(600)) } },
            date: { Date(timeIntervalSince1970: 0) }
        )
        let url = PresignedURL(rawValue: "https://storage.example/output.json")
        let configuration = DownloadConfiguration().with { $0.timeout = .seconds(50) }
        let (bytes, error) = await read(
            ResumableDownload(over: peer, configuration: configuration, time: time) { url })
        #expect(bytes.count == 1_000)
        #expect(error?.code == .timedOut)
        #expect(error?.bytesDelivered == 1_000)
    }

    @Test("Copies of an iterator each read the whole document, and neither takes bytes from the other")
    func copies() async throws {
        let peer = StreamingPeer.storage(of: object, on: clock)
        var one = peer.download(on: clock).makeAsyncIterator()
        var first: [UInt8] = []
        first += try await one.next() ?? []
        let (own, copied) = try await readInTurn(&one, behind: first)
        #expect(own == object.bytes)
        #expect(copied == object.bytes)
    }

    @Test("Chunks of a token are passed over only in a document that is proved to be theirs")
    func unprovenToken() async throws {
        let json = #"{"v":1,"run":"r","chunks":3,"at":0,"tag":"\"v1\"","of":100000}"#
        let token = try JSONDecoder().decode(ResumeToken.self, from: Data(json.utf8))
        let nameless = object.with {
            $0.eTag = nil
            $0.lastModified = nil
        }
        let outcome = await DownloadBench([nameless.whole()]).run(resumingFrom: token)
        #expect(outcome.error?.code == .outputChanged)
        #expect(await DownloadBench([object.whole()]).run(resumingFrom: token).bytes == object.bytes)
    }

    @Test("A document that changes before any of it was handed out is just another document")
    func changedBeforeAByte() async {
        let other = StoredBytes(count: 50_000, seed: 2).with { $0.eTag = "\"v2\"" }
        let outcome = await DownloadBench([object.whole(brokenAfter: 0), other.whole()]).run()
        #expect(outcome.error == nil)
        #expect(outcome.bytes == other.bytes)
    }

    @Test("An error that calls itself a document is read as far as its words, however small the pieces it comes in")
    func pageInPieces() async {
        let xml =
            "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"
        let page = StoredBytes(Array(xml.utf8)).with { $0.pieceSize = 7 }
        let answers = [page.whole(), page.whole(hasLength: false), page.whole(brokenAfter: 95)]
        for (answer, urls) in answers.map({ ($0, 2) }) + [(page.whole(brokenAfter: 30), 1)] {
            let outcome = await DownloadBench([answer, object.whole()]).run()
            outcome.expectWhole(object)
            #expect(outcome.urls == urls)
        }
    }

    @Test("The storage's clock is compared with ours as an answer arrives, not as it is wanted")
    func skewOfWindow() {
        let plan = DownloadPlan(DownloadConfiguration(), policy: StandardRetryPolicy(), capabilities: .buffering)
        var machine = DownloadMachine(plan)
        let start = Date(timeIntervalSince1970: 1_795_521_600)
        let arrived = Moment(reading: .zero, date: start)
        let wanted = Moment(reading: .seconds(600), date: start + 600)
        let head = ResponseHead(status: 200, headers: ["Date": "Tue, 24 Nov 2026 12:00:03 GMT"])
        machine.answered(StorageAnswer(head, length: 5), arrived: arrived, at: wanted)
        #expect(machine.skew == .seconds(3))
    }

    @Test("A decoder may be said to stand anywhere", arguments: [0, -1, Int.max, Int.min])
    func extremePosition(number: Int) throws {
        let chunks = Array(#",{"content":"a"},{"content":"b"}],"metadata":{}}"#.utf8)
        var decoder = ChunkDecoder(behindChunks: number, at: 1_000)
        decoder.push(chunks[...])
        #expect(try decoder.next()?.content == "a")
        #expect(try decoder.next()?.content == "b")
        #expect(try decoder.next() == nil)
        try decoder.finish()
        let limits = DecodingLimits().with { $0.totalBytes = .max }
        var slices = ChunkSliceDecoder(behindChunks: number, at: Int64(number), limits: limits)
        slices.push(chunks[...])
        #expect(try slices.next()?.bytes.count == 15)
    }
}
