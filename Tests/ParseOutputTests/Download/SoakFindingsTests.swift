import ParseOutput
import ParseTransport
import Testing

/// What `DownloadSoak` has found, each as the few answers that it takes.
@Suite("Answers that chance put together")
struct SoakFindingsTests {
    private let object = StoredBytes(count: 100_000)

    @Test("A first window of an unknown total is not taken for the document where nothing could prove the next one")
    func firstWindowOfUnknownTotal() async {
        let bare = object.with { ($0.eTag, $0.lastModified) = (nil, nil) }
        let window = bare.answer(206, bare.bytes[..<65_536], ["Content-Range": "bytes 0-65535/*"])
        let outcome = await DownloadBench([window, bare.whole()], capabilities: .buffering) { $0.windowBytes = 65_536 }
            .run()
        #expect(outcome.error == nil)
        #expect(outcome.bytes == object.bytes)
        #expect(outcome.requests == ["url1 bytes=0-65535", "url1"])
    }

    @Test("The length that another document has is not believed before its bytes are compared")
    func lengthOfAnotherDocument() async {
        let bare = object.with { ($0.eTag, $0.lastModified) = (nil, nil) }
        let chunked: HeaderFields = ["Transfer-Encoding": "chunked"]
        let broken = bare.answer(200, bare.bytes[...], chunked, hasLength: false, brokenAfter: 40_000)
        let other = StoredBytes(count: 50_000, seed: 2).with { ($0.eTag, $0.lastModified) = (nil, nil) }
        let whole = bare.answer(200, bare.bytes[...], chunked, hasLength: false)
        let outcome = await DownloadBench([broken, other.whole(brokenAfter: 100), whole]).run()
        #expect(outcome.error == nil)
        #expect(outcome.bytes == object.bytes)
    }
}
