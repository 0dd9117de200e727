import ParseModels
import ParseOutput
import Testing

/// A document that ends too early, at each of its bytes.
@Suite("Documents cut short at every byte")
struct StartTortureTests {
    @Test("The start of a good document is truncated at its end, with the first of its elements", arguments: documents)
    func starts(document: DecodingFixture) {
        expectTruncated(ChunkDecoder(), document.bytes)
        expectTruncated(BlockDecoder(), document.bytes)
        expectTruncated(OCRDecoder(), document.bytes)
    }

    static let documents = DecodingFixtures.outputs + [DecodingFixture("run", DecodingFixtures.run)]

    private func expectTruncated<Decoder: IncrementalDecoder>(_ decoder: Decoder, _ bytes: [UInt8])
    where Decoder.Element: Hashable {
        let whole = decoder.outcome(of: bytes)
        #expect(whole.error == nil)
        // White space behind the document is no part of it.
        guard let length = bytes.lastIndex(of: UInt8(ascii: "}")) else { return }
        var decoder = decoder
        var outcome = Outcome<Decoder.Element>()
        for place in 0..<length {
            decoder.push(bytes[place...place])
            outcome.drain(&decoder)
            var start = decoder
            var ended = outcome
            ended.finish(&start)
            let error = ended.error
            if error?.code != .truncated || error?.byteOffset != Int64(place + 1)
                || !whole.elements.starts(with: ended.elements)
            {
                Issue.record("cut behind \(place): \(ended)")
                return
            }
            // A failed call does not end the document: it goes on with the next byte.
            if place % 7 == 0 { decoder = start }
        }
    }
}
