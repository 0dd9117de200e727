import ParseModels
import ParseOutput
import ParseTesting
import ParseTransport
import Testing

@Suite("How much is taken, row by row")
struct LimitRowsTests {
    private let clock = ManualClock(.jumping)

    @Test("E11 A document that is announced as too long is refused before it is read")
    func e11_announced() async {
        var answer = StreamingPeer.Answer.object(StoredBytes(count: 10_000))
        answer.length = 10_000_000_000
        let peer = StreamingPeer(on: clock, answer)
        let outcome = await read(peer.download(on: clock) { $0.maximumBytes = 2_000_000_000 })
        #expect(outcome.error?.code == .tooLarge)
        #expect(outcome.error?.limit == nil)
        #expect(peer.traffic.bytes == 0)
        #expect(peer.requests.count == 1)
        await peer.waitUntilHeld(0)
    }

    @Test("E11 So is one whose length is told by the first part of it")
    func e11_window() async {
        let object = StoredBytes(count: 200_000)
        let peer = StreamingPeer(on: clock, capabilities: .buffering) { request, _ in .window(object, request) }
        let outcome = await read(peer.download(on: clock) { $0.maximumBytes = 199_999 })
        #expect(outcome.error?.code == .tooLarge)
        #expect(peer.traffic.bytes == 0)
        #expect(peer.requests.count == 1)
    }

    @Test("E12 A document of unknown length is cut off where it becomes too long", arguments: [9_999, 10_000, 10_500])
    func e12_unknown(limit: Int64) async {
        var answer = StreamingPeer.Answer.object(StoredBytes(count: 100_000))
        answer.length = nil
        answer.headers["Transfer-Encoding"] = "chunked"
        let peer = StreamingPeer(on: clock, answer)
        let download = peer.download(on: clock) { $0.maximumBytes = limit }
        let outcome = await read(download)
        #expect(outcome.error?.code == .tooLarge)
        // Whole pieces only, and never a byte beyond the limit.
        #expect(outcome.bytes.count == Int(limit) / 1_000 * 1_000)
        #expect(outcome.error?.bytesDelivered == Int64(outcome.bytes.count))
        #expect(peer.traffic.bytes == outcome.bytes.count + 1_000)
        await peer.waitUntilHeld(0)
    }

    @Test("E12 The limit holds over all connections, and a document that just fits comes")
    func e12_resumed() async {
        let object = StoredBytes(count: 100_000)
        for (limit, code) in [(99_999, DownloadError.Code.tooLarge), (100_000, nil)] {
            let whole = object.answer(200, object.bytes[...], hasLength: false, brokenAfter: 40_000)
            let rest = object.answer(
                206, object.bytes[35_904...], ["Content-Range": "bytes 35904-99999/*"], hasLength: false)
            let end = MockAnswer.s3(416, "InvalidRange", headers: ["Content-Range": "bytes */100000"])
            let outcome = await DownloadBench([whole, rest, end]) { $0.maximumBytes = Int64(limit) }.run()
            #expect(outcome.error?.code == code)
            #expect(outcome.bytes.count == (code == nil ? 100_000 : 99_904))
        }
    }

    @Test("E12 What is collected has a limit of its own")
    func e12_collected() async throws {
        let object = StoredBytes(count: 10_000)
        for hasLength in [true, false] {
            var answer = StreamingPeer.Answer.object(object)
            if !hasLength { answer.length = nil }
            let peer = StreamingPeer(on: clock, answer)
            #expect(try await peer.download(on: clock).collect(upTo: 10_000) == object.bytes)
            let error = await #expect(throws: DownloadError.self) {
                try await peer.download(on: clock).collect(upTo: 9_999)
            }
            #expect(error?.code == .tooLarge)
            await peer.waitUntilHeld(0)
        }
    }

    /// What is hostile, and what is made of it: so many chunks before a code.
    struct Hostile: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let document: [UInt8]
        var limits = DecodingLimits.standard
        var chunks = 0
        var code: OutputDecodingError.Code?

        init(
            _ name: String, _ document: String, chunks: Int = 0, _ code: OutputDecodingError.Code?,
            _ change: (inout DecodingLimits) -> Void = { _ in }
        ) {
            testDescription = name
            self.document = Array(document.utf8)
            self.limits = DecodingLimits.standard.with(change)
            self.chunks = chunks
            self.code = code
        }

        static let all = [
            Hostile(
                "ten thousand arrays, passed over", "{\"a\":" + String(repeating: "[", count: 10_000), .limitExceeded),
            Hostile(
                "ten thousand objects, in a chunk", chunk("\"a\":" + String(repeating: "{\"a\":", count: 10_000)),
                .limitExceeded),
            Hostile(
                "a long string", chunk("\"content\":\"" + String(repeating: "a", count: 100_001) + "\""), .limitExceeded
            ) {
                $0.stringBytes = 100_000
            },
            Hostile("a long chunk", chunk("\"a\":[" + String(repeating: "1,", count: 50_000) + "1]"), .limitExceeded) {
                $0.elementBytes = 100_000
            },
            Hostile("a long number", chunk("\"a\":1" + String(repeating: "0", count: 1_024)), .limitExceeded),
            Hostile(
                "many members",
                chunk("\"metadata\":{" + (0...10_000).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"),
                .limitExceeded
            ) { $0.membersPerObject = 10_000 },
            Hostile("a long document", "{\"a\":\"" + String(repeating: "a", count: 100_000) + "\"}", .limitExceeded) {
                $0.totalBytes = 100_000
            },
            // Of several members of one name the last counts.
            Hostile("a member twice", chunk("\"content\":\"a\",\"content\":\"b\""), chunks: 1, nil),
            Hostile("half a surrogate pair", chunk("\"content\":\"\\ud83d\""), .loneSurrogate),
            Hostile("a byte order mark", "\u{FEFF}" + chunk(""), .malformed),
            Hostile("not a number", chunk("\"a\":NaN"), .malformed),
            Hostile(
                "a number beyond all bounds", chunk("\"metadata\":{\"pageRange\":{\"start\":1e999}}"), .numberOutOfRange
            ),
            Hostile("a cut document", String(chunk("").dropLast(2)), chunks: 1, .truncated),
            Hostile("a document behind the document", chunk("") + "{}", chunks: 1, .malformed),
        ]

        private static func chunk(_ members: String) -> String { "{\"chunks\":[{\(members)}]}" }
    }

    @Test("E13 What is hostile within a document is found out as it is downloaded", arguments: Hostile.all)
    func e13_hostile(hostile: Hostile) async {
        let object = StoredBytes(hostile.document)
        let peer = StreamingPeer(on: clock, .object(object))
        var chunks: [Chunk] = []
        var code: OutputDecodingError.Code?
        do {
            let decoder = ChunkDecoder(limits: hostile.limits)
            for try await chunk in peer.download(on: clock).decoded(by: decoder) { chunks.append(chunk) }
        } catch {
            code = (error as? OutputDecodingError)?.code
            #expect(code != nil, "\(error)")
        }
        #expect(code == hostile.code)
        #expect(chunks.count == hostile.chunks)
        if hostile.testDescription == "a member twice" { #expect(chunks.first?.content == "b") }
        #expect(peer.requests.count == 1)
        await peer.waitUntilHeld(0)
    }
}
