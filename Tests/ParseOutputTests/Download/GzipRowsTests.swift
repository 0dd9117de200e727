import ParseOutput
import ParseTesting
import ParseTransport
import Testing

@Suite("A document that is stored encoded, row by row")
struct GzipRowsTests {
    /// What is stored, and what it decodes to: noise, that it does not shrink much, behind a brace.
    private static let content = StoredBytes(count: 60_000).bytes
    private static let stored = StoredBytes(GzipEncoder.member(content, .fixed)).with {
        $0.headers["Content-Encoding"] = "gzip"
    }
    private let object = stored

    @Test("E6 It is decoded on the way, and counted as it is stored")
    func e6_clean() async {
        let outcome = await DownloadBench([object.whole()]).run()
        #expect(outcome.error == nil)
        #expect(outcome.bytes == Self.content)
        #expect(outcome.requests == ["url1"])
        #expect(outcome.report.deliveredBytes == Int64(object.bytes.count))
        #expect(outcome.report.totalBytes == Int64(object.bytes.count))
    }

    @Test("E6 An encoding that ends early, or is damaged, is an error", arguments: [(9_000, 0), (0, 1), (0, 30_000)])
    func e6_damaged(cut: Int, flipped: Int) async {
        var damaged = object
        damaged.bytes.removeLast(cut)
        damaged.bytes[flipped] ^= cut == 0 ? 0xFF : 0
        let outcome = await DownloadBench([damaged.whole()]).run()
        #expect(outcome.error?.code == (cut > 0 ? .truncated : .corruptEncoding))
        #expect(outcome.bytes.prefix(20_000) == Self.content.prefix(min(20_000, outcome.bytes.count)))
    }

    @Test(
        "E7 After a reset it is gone on with at an encoded byte, wherever that is", arguments: [1, 10, 4_097, 30_001])
    func e7_reset(count: Int) async {
        let start = max(0, count - 4_096)
        let outcome = await DownloadBench([object.whole(brokenAfter: count), object.rest(from: start)]).run()
        #expect(outcome.error == nil)
        #expect(outcome.bytes == Self.content)
        #expect(outcome.requests == ["url1", "url1 bytes=\(start)- If-Match \"v1\""])
        #expect(outcome.report.deliveredBytes == Int64(object.bytes.count))
    }

    @Test("E7 A part that is encoded otherwise belongs to another document")
    func e7_otherCoding() async {
        let plain = object.with { $0.headers["Content-Encoding"] = nil }
        let outcome = await DownloadBench([object.whole(brokenAfter: 30_000), plain.rest(from: 25_904)]).run()
        #expect(outcome.error?.code == .outputChanged)
        #expect(outcome.bytes[...] == Self.content.prefix(outcome.bytes.count))
    }

    /// A transport that decodes by itself, as `URLSession` does: other bytes than those announced.
    private func undone(_ content: [UInt8], eTag: String? = "\"v1\"", brokenAfter count: Int? = nil) -> MockAnswer {
        let stored = StoredBytes(content).with {
            $0.eTag = eTag
            $0.headers["Content-Encoding"] = "gzip"
            $0.headers["Content-Length"] = "\(object.bytes.count)"
        }
        return stored.answer(200, content[...], hasLength: false, brokenAfter: count)
    }

    private func bench(_ script: MockAnswer...) -> DownloadBench {
        let capabilities = TransportCapabilities(streamsWithBackpressure: true, decompressesBodies: true)
        return DownloadBench(script, capabilities: capabilities)
    }

    @Test("E8 Where the transport decodes, it comes as it is")
    func e8_clean() async {
        let outcome = await bench(undone(Self.content)).run()
        #expect(outcome.error == nil)
        #expect(outcome.bytes == Self.content)
        #expect(outcome.report.totalBytes == nil)
    }

    @Test("E8 After a reset such a document is read again, and compared")
    func e8_reread() async {
        let outcome = await bench(undone(Self.content, brokenAfter: 30_000), undone(Self.content)).run()
        #expect(outcome.error == nil)
        #expect(outcome.bytes == Self.content)
        #expect(outcome.requests == ["url1", "url1"])
        #expect(outcome.report.wireBytes == 90_000)
    }

    @Test("E8 Other bytes are refused wherever they differ, also under the same tag", arguments: [0, 17, 29_999])
    func e8_changed(place: Int) async {
        var other = Self.content
        other[place] ^= 1
        for eTag in ["\"v1\"", "\"v2\"", nil] {
            let outcome = await bench(undone(Self.content, brokenAfter: 30_000), undone(other, eTag: eTag)).run()
            #expect(outcome.error?.code == .outputChanged)
            #expect(outcome.bytes == Array(Self.content[..<30_000]))
        }
    }

    @Test("E8 A part of such a document, though not asked for, is not joined to anything")
    func e8_part() async {
        let outcome = await bench(undone(Self.content, brokenAfter: 30_000), object.rest(from: 25_904)).run()
        #expect(outcome.error?.code == .protocolViolation)
        #expect(outcome.bytes == Array(Self.content[..<30_000]))
    }

    @Test("E9 A bomb is given up by its ratio and by its size, before it has grown")
    func e9_bomb() async {
        let bomb = StoredBytes(GzipBomb(of: 200 << 20).bytes).with { $0.headers["Content-Encoding"] = "gzip" }
        #expect((200_000..<220_000).contains(bomb.bytes.count))
        let standard = await DownloadBench([bomb.whole()]).run()
        #expect(standard.error?.code == .tooLarge)
        #expect(standard.bytes.count <= (1 << 20) + 65_536)
        let sized = await DownloadBench([bomb.whole()]) {
            $0.inflation = InflationLimits(decodedBytes: 3 << 20, ratio: .max)
        }.run()
        #expect(sized.error?.code == .tooLarge)
        #expect(sized.bytes.count <= 3 << 20)
        #expect(sized.requests == ["url1"])
    }

    @Test(
        "E10 Encodings that are not undone here, or one within another, are refused before a byte is read",
        arguments: [
            "gzip, gzip", "gzip,gzip", "br", "zstd", "deflate", "compress", "gzip, br", "br, gzip", "identity, gzip",
            "gzip, identity, gzip", "unheard-of", "gzip;q=1",
        ])
    func e10_codings(coding: String) async {
        let clock = ManualClock(.jumping)
        var answer = StreamingPeer.Answer.object(object)
        answer.headers["Content-Encoding"] = coding
        let peer = StreamingPeer(on: clock, answer)
        let outcome = await read(peer.download(on: clock))
        #expect(outcome.error?.code == .unexpectedContent)
        #expect(outcome.error?.message.contains(coding) == true)
        #expect(peer.traffic.bytes == 0)
        #expect(peer.requests.count == 1)
    }

    @Test("E10 Two fields are two encodings")
    func e10_twoFields() async {
        var answer = StreamingPeer.Answer.object(object)
        answer.headers.append(name: "content-encoding", value: "gzip")
        let clock = ManualClock(.jumping)
        let peer = StreamingPeer(on: clock, answer)
        #expect(await read(peer.download(on: clock)).error?.code == .unexpectedContent)
        #expect(peer.traffic.bytes == 0)
    }

    @Test("C39 An encoded document without a byte is none: even nothing takes some bytes to encode")
    func c39_empty() async {
        let empty = StoredBytes([]).with { $0.headers["Content-Encoding"] = "gzip" }
        let outcome = await DownloadBench([empty.whole()]).run()
        #expect(outcome.error?.code == .truncated)
        #expect(outcome.bytes.isEmpty)
    }
}
