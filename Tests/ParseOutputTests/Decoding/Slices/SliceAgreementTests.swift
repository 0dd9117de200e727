import ParseModels
import Testing

@testable import ParseOutput

/// Chunks cut out as they are, held against the decoder that builds them.
@Suite("Slices give what chunks give")
struct SliceAgreementTests {
    static let good = DecodingFixtures.outputs + [DecodingFixture("run", DecodingFixtures.run)]

    @Test("Built, the slices are the chunks, and their bytes are the document's", arguments: good)
    func whole(document: DecodingFixture) throws {
        let bytes = document.bytes
        let slices = ChunkSliceDecoder().outcome(of: bytes)
        let chunks = ChunkDecoder().outcome(of: bytes)
        #expect(slices.error == nil && chunks.error == nil)
        #expect(try slices.elements.map { try $0.decoded() } == chunks.elements)
        for (index, (slice, chunk)) in zip(slices.elements, chunks.elements).enumerated() {
            let start = Int(slice.byteOffset)
            #expect(slice.bytes[...] == bytes[start..<start + slice.bytes.count])
            #expect(slice.bytes.first == UInt8(ascii: "{") && slice.bytes.last == UInt8(ascii: "}"))
            #expect(slice.index == index)
            #expect(slice.type == chunk.type && slice.metadata == chunk.metadata)
            #expect(slice.pageRange == chunk.metadata.pageRange)
            let wrapped = Array("{\"chunks\":[".utf8) + slice.bytes + Array("]}".utf8)
            #expect(ChunkDecoder().outcome(of: wrapped) == Outcome(elements: [chunk]))
        }
        var (first, second) = (ChunkSliceDecoder(), ChunkDecoder())
        first.push(bytes)
        second.push(bytes)
        while try first.next() != nil {}
        while try second.next() != nil {}
        #expect(first.metadata == second.metadata)
        #expect(first.bytesPushed == Int64(bytes.count) && first.bytesConsumed == second.bytesConsumed)
    }

    @Test("Two pieces, cut at any byte, give what one piece gives", arguments: DecodingFixtures.all)
    func everyCut(document: DecodingFixture) {
        let bytes = document.bytes
        let whole = ChunkSliceDecoder().outcome(of: bytes)
        var first = ChunkSliceDecoder()
        var begun = Outcome<ChunkSlice>()
        for cut in bytes.indices {
            var (second, outcome) = (first, begun)
            second.push(bytes[cut...])
            outcome.drain(&second)
            outcome.finish(&second)
            #expect(outcome == whole, "cut at \(cut)")
            first.push(bytes[cut...cut])
            begun.drain(&first)
        }
        begun.finish(&first)
        #expect(begun == whole, "in single bytes")
    }

    @Test("Damaged documents give the chunks before the damage, and the same in any pieces", arguments: 0..<24)
    func damaged(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed) &+ 4_000)
        let fixture = DecodingFixtures.all[seed % DecodingFixtures.all.count]
        for _ in 0..<(usesVectors ? 200 : 12) {
            var bytes = fixture.bytes
            for _ in 0...Int.random(in: 0...2, using: &generator) { bytes.mutate(by: &generator) }
            let text = String(decoding: bytes, as: UTF8.self)
            let slices = ChunkSliceDecoder().outcome(of: bytes)
            let pieces = bytes.pieces(upTo: Int.random(in: 1...200, using: &generator), by: &generator)
            let inPieces = ChunkSliceDecoder().outcome(of: pieces)
            #expect(inPieces == slices, "\(text) in \(pieces.map(\.count))")
            expectAgreement(slices, ChunkDecoder().outcome(of: bytes), text)
        }
    }

    /// Expects the slices to be built to the chunks as far as those go, and to fail no later than where they do.
    private func expectAgreement(_ slices: Outcome<ChunkSlice>, _ chunks: Outcome<Chunk>, _ text: String) {
        var built: [Chunk] = []
        var error = slices.error
        for slice in slices.elements {
            do throws(OutputDecodingError) {
                built.append(try slice.decoded())
            } catch let fault {
                // What is wrong with a slice is what would have been wrong with the document.
                #expect(fault.byteOffset == chunks.error?.byteOffset && fault.code == chunks.error?.code, "\(text)")
                // What is skipped has a path inside only here, and what stands behind a wrong value one only there.
                let path = chunks.error?.path ?? "-"
                #expect(fault.path.hasPrefix(path) || path.hasPrefix(fault.path), "\(text)")
                error = fault
                break
            }
        }
        #expect(built == chunks.elements, "\(text)")
        #expect((error == nil) == (chunks.error == nil), "\(text): \(error as Any), \(chunks.error as Any)")
    }

    @Test("A backslash that stands outside every string cuts the same in any pieces")
    func strayBackslashes() {
        for value in [#"[\]"#, #"[\\]"#, #"{\}"#, #"[1,\{}]"#, #"[\"]"]"#, #"[\[]"#] {
            let text = "{\"chunks\":[{\"later\":\(value),\"content\":\"\(String(repeating: "x", count: 90))\"},{}]}"
            let bytes = Array(text.utf8)
            let whole = ChunkSliceDecoder().outcome(of: bytes)
            let single = ChunkSliceDecoder().outcome(of: bytes.indices.map { bytes[$0...$0] })
            #expect(single == whole, "\(value)")
        }
    }
}
