import ParseModels
import ParseOutput
import Testing

@Suite("Cutting a document into pieces")
struct CuttingTests {
    @Test("Two pieces, cut at any byte, give what one piece gives", arguments: DecodingFixtures.all)
    func everyCut(document: DecodingFixture) {
        let bytes = document.bytes
        expectSameAtEveryCut(ChunkDecoder(), bytes)
        expectSameAtEveryCut(BlockDecoder(), bytes)
        expectSameAtEveryCut(OCRDecoder(), bytes)
    }

    @Test("Single bytes give what one piece gives", arguments: DecodingFixtures.all)
    func singleBytes(document: DecodingFixture) {
        let bytes = document.bytes
        let pieces = bytes.indices.map { bytes[$0...$0] }
        #expect(ChunkDecoder().outcome(of: pieces) == ChunkDecoder().outcome(of: bytes))
        #expect(BlockDecoder().outcome(of: pieces) == BlockDecoder().outcome(of: bytes))
        #expect(OCRDecoder().outcome(of: pieces) == OCRDecoder().outcome(of: bytes))
    }

    @Test("Bytes that are not UTF-8 fail at the same offset, however they are cut")
    func invalidUTF8() {
        let bytes = Array(#"{"chunks":[{"content":"é"},{"content":"漢"#.utf8) + [0xE6, 0xBC, 0x22, 0x7D, 0x5D, 0x7D]
        let outcome = ChunkDecoder().outcome(of: bytes)
        #expect(outcome.elements.map(\.content) == ["é"])
        #expect(outcome.error?.code == .invalidUTF8)
        #expect(outcome.error?.byteOffset == Int64(bytes.count - 6))
        expectSameAtEveryCut(ChunkDecoder(), bytes)
        expectSameAtEveryCut(OCRDecoder(), bytes)
    }

    @Test("Many pieces of random lengths, empty ones too, give what one piece gives", arguments: 0..<40)
    func randomCuts(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        let document = DecodingFixtures.all[seed % DecodingFixtures.all.count]
        let bytes = document.bytes
        let pieces = bytes.pieces(upTo: 1 + seed * 3, by: &generator)
        #expect(ChunkDecoder().outcome(of: pieces) == ChunkDecoder().outcome(of: bytes))
        #expect(BlockDecoder().outcome(of: pieces) == BlockDecoder().outcome(of: bytes))
        #expect(OCRDecoder().outcome(of: pieces) == OCRDecoder().outcome(of: bytes))
    }

    @Test("It makes no difference whether elements are taken out early or all at the end")
    func lateDraining() throws {
        let bytes = Array(DecodingFixtures.reversed.utf8)
        var decoder = BlockDecoder()
        for byte in bytes { decoder.push(CollectionOfOne(byte)) }
        try decoder.finish()
        var elements: [ChunkBlock] = []
        while let element = try decoder.next() { elements.append(element) }
        #expect(elements == BlockDecoder().outcome(of: bytes).elements)
        #expect(elements.map(\.block.id) == ["b1", "b2"])
    }

    private func expectSameAtEveryCut<Decoder: IncrementalDecoder>(
        _ decoder: Decoder,
        _ bytes: [UInt8],
        sourceLocation: SourceLocation = #_sourceLocation
    ) where Decoder.Element: Hashable {
        let whole = decoder.outcome(of: bytes)
        var first = decoder
        var begun = Outcome<Decoder.Element>()
        for cut in bytes.indices {
            var second = first
            var outcome = begun
            second.push(bytes[cut...])
            outcome.drain(&second)
            outcome.finish(&second)
            if outcome != whole {
                Issue.record("cut at \(cut): \(outcome); whole: \(whole)", sourceLocation: sourceLocation)
                return
            }
            first.push(bytes[cut...cut])
            begun.drain(&first)
        }
    }
}

extension Array where Element == UInt8 {
    /// Cuts the bytes into pieces of 0 up to so many bytes.
    func pieces(upTo longest: Int, by generator: inout SeededGenerator) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        while start < count {
            let end = Swift.min(count, start + Int.random(in: 0...longest, using: &generator))
            pieces.append(self[start..<end])
            start = end
        }
        return pieces
    }
}
