import ParseModels
import ParseRetry
import ParseTesting
import ParseTransport
import Testing

@testable import ParseOutput

/// What `DownloadSoak` has found, each as the few answers that it takes.
@Suite("Answers that chance put together")
struct SoakFindingsTests {
    private let object = StoredBytes(count: 100_000)

    /// The same object of a host that names neither tag nor date.
    private var bare: StoredBytes { object.with { ($0.eTag, $0.lastModified) = (nil, nil) } }

    @Test("A first window of an unknown total is not taken for the document where nothing could prove the next one")
    func firstWindowOfUnknownTotal() async {
        let window = bare.answer(206, bare.bytes[..<65_536], ["Content-Range": "bytes 0-65535/*"])
        let outcome = await DownloadBench([window, bare.whole()], capabilities: .buffering) { $0.windowBytes = 65_536 }
            .run()
        #expect(outcome.error == nil)
        #expect(outcome.bytes == object.bytes)
        #expect(outcome.requests == ["url1 bytes=0-65535", "url1"])
    }

    @Test("The length that another document has is not believed before its bytes are compared")
    func lengthOfAnotherDocument() async {
        let chunked: HeaderFields = ["Transfer-Encoding": "chunked"]
        let broken = bare.answer(200, bare.bytes[...], chunked, hasLength: false, brokenAfter: 40_000)
        let other = StoredBytes(count: 50_000, seed: 2).with { ($0.eTag, $0.lastModified) = (nil, nil) }
        let whole = bare.answer(200, bare.bytes[...], chunked, hasLength: false)
        let outcome = await DownloadBench([broken, other.whole(brokenAfter: 100), whole]).run()
        #expect(outcome.error == nil)
        #expect(outcome.bytes == object.bytes)
    }

    @Test("A first window that calls itself the whole is put where it says, or not at all")
    func firstWindowCalledWhole() async {
        func part(_ range: Range<Int>) -> MockAnswer {
            object.answer(
                200, object.bytes[range],
                ["Content-Range": "bytes \(range.lowerBound)-\(range.upperBound - 1)/100000"])
        }
        let late = await DownloadBench([part(10..<65_536), part(10..<65_536)], capabilities: .buffering) {
            $0.windowBytes = 65_536
        }.run()
        #expect(late.error?.code == .rangeGap)
        #expect(late.bytes.isEmpty)
        let script = [part(0..<65_536), part(61_440..<100_000)]
        let right = await DownloadBench(script, capabilities: .buffering) { $0.windowBytes = 65_536 }.run()
        #expect(right.error == nil)
        #expect(right.bytes == object.bytes)
    }

    @Test("A part that nobody asked for, of an unknown total, is not taken for the whole under the whole's status")
    func unaskedPartCalledWhole() async {
        let part = object.answer(200, object.bytes[..<50_000], ["Content-Range": "bytes 0-49999/*"])
        let outcome = await DownloadBench([part]).run()
        #expect(outcome.error?.code == .protocolViolation)
        #expect(outcome.bytes.isEmpty)
    }

    @Test("A document of which nothing was handed out may be another one when it is asked for again")
    func anotherBeforeTheFirstByte() async {
        let other = StoredBytes(count: 90_000, seed: 2).with { $0.eTag = "\"v2\"" }
        let outcome = await DownloadBench([object.whole(brokenAfter: 0), other.whole()]).run()
        #expect(outcome.error == nil)
        #expect(outcome.bytes == other.bytes)
    }

    @Test("A document that is read from its start again behind a token must prove that it is the same")
    func unprovenBehindToken() async {
        let document = StoredDocument(eTag: ETag("\"v1\""), lastModified: nil, length: 100_000, coding: .gzip)
        let point = ResumePoint(document: document, offset: 0, mark: .none)
        let untagged = bare.answer(200, bare.bytes[...], ["Content-Encoding": "gzip"])
        let outcome = await DownloadBench([untagged]).run(
            resumingFrom: ResumeToken(runID: "pr_1", chunkCount: 3, point: point))
        #expect(outcome.error?.code == .outputChanged)
        #expect(outcome.bytes.isEmpty)
    }

    @Test("What counts as handed out is handed out before the time is up")
    func timeIsUpWhileDelivering() throws {
        let plan = DownloadPlan(DownloadConfiguration(), policy: StandardRetryPolicy(), capabilities: .streaming)
        var machine = DownloadMachine(plan)
        let now = Moment(ManualClock().timeSource)
        let presigned = PresignedURL(rawValue: "https://storage.example/output.json")
        machine.resolved(
            LiveURL(presigned, checked: try StoragePolicy().check(presigned.rawValue), received: now), at: now)
        _ = machine.next(at: now)
        machine.answered(StorageAnswer(ResponseHead(status: 200), length: 1_000), arrived: now, at: now)
        machine.received(object.bytes[..<400], at: now)
        machine.fail(.timedOut(.seconds(1)))
        guard case .deliver(let bytes) = machine.next(at: now), case .fail(let error) = machine.next(at: now) else {
            Issue.record("There was something else to do.")
            return
        }
        #expect(bytes.count == 400)
        #expect(error.code == .timedOut)
        #expect(error.bytesDelivered == 400)
    }
}
