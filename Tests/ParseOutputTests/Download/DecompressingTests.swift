import ParseOutput
import ParseTransport
import Testing

@Suite("A transport that undoes encodings by itself")
struct DecompressingTests {
    private static let capabilities = TransportCapabilities(streamsWithBackpressure: true, decompressesBodies: true)
    private let object = StoredBytes(count: 100_000)

    /// What such a transport hands out of an encoded object: its content, and a length that counts other bytes.
    private func undone(_ object: StoredBytes, brokenAfter count: Int? = nil) -> MockAnswer {
        var body = MockBody.cut(object.bytes.prefix(count ?? object.bytes.count), at: [10_000, 20_000])
        body.announcedLength = 30_000
        if count != nil { body = body.thenFail(.reset) }
        var headers = object.headers
        headers["Content-Encoding"] = "gzip"
        headers["Content-Length"] = "30000"
        headers["ETag"] = object.eTag
        return .response(status: 200, headers: headers, body: body)
    }

    private func run(_ script: MockAnswer...) async -> DownloadBench.Outcome {
        await DownloadBench(script, capabilities: Self.capabilities).run()
    }

    @Test("The length it announces counts other bytes, and cuts nothing off")
    func whole() async {
        let outcome = await run(undone(object))
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1"])
        #expect(outcome.report.totalBytes == nil)
    }

    @Test("Behind a reset it is read again from its start and compared, as its bytes have no place in the object")
    func readAgain() async {
        let outcome = await run(undone(object, brokenAfter: 40_000), undone(object))
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", "url1"])
        #expect(outcome.report.wireBytes == 140_000)
    }

    @Test("Other content under the same tag is another document, and nothing of it comes", arguments: [10, 39_999])
    func otherContent(_ place: Int) async {
        let forged = object.with { $0.bytes[place] ^= 1 }
        let outcome = await run(undone(object, brokenAfter: 40_000), undone(forged))
        outcome.expectError(.outputChanged, after: 40_000, of: object)
    }

    @Test("Another tag is another document before a byte of it is read")
    func otherTag() async {
        let outcome = await run(undone(object, brokenAfter: 40_000), undone(object.with { $0.eTag = "\"v2\"" }))
        outcome.expectError(.outputChanged, after: 40_000, of: object)
        #expect(outcome.report.wireBytes == 40_000)
    }

    @Test("What is stored as it is goes on by ranges over such a transport, too")
    func identity() async {
        let outcome = await run(object.whole(brokenAfter: 40_000), object.rest(from: 35_904))
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1", "url1 bytes=35904- If-Match \"v1\""])
    }

    @Test("A window of what is encoded is nothing that could be undone: all is asked for instead")
    func windows() async {
        let capabilities = TransportCapabilities(streamsWithBackpressure: false, decompressesBodies: true)
        let window = object.answer(
            206, object.bytes.prefix(65_536), ["Content-Range": "bytes 0-65535/100000", "Content-Encoding": "gzip"])
        let bench = DownloadBench([window, undone(object)], capabilities: capabilities) { $0.windowBytes = 65_536 }
        let outcome = await bench.run()
        outcome.expectWhole(object)
        #expect(outcome.requests == ["url1 bytes=0-65535", "url1"])
    }
}
