import ParseModels
import ParseOutput
import Testing

/// Slices as they arrive: what is held meanwhile, and the sequence of them.
@Suite("Slices as they arrive")
struct SliceStreamTests {
    @Test("Only the chunk under way is held, and none between two")
    func held() throws {
        let chunk = "{\"content\":\"\(String(repeating: "x]}\\\"", count: 500))\",\"type\":\"section\"}"
        let text =
            "{\"later\":[\(chunk)],\"chunks\":[" + Array(repeating: chunk, count: 12).joined(separator: ",") + "]}"
        let bytes = Array(text.utf8)
        var decoder = ChunkSliceDecoder()
        var taken = 0
        for start in stride(from: 0, to: bytes.count, by: 700) {
            decoder.push(bytes[start..<min(start + 700, bytes.count)])
            while let slice = try decoder.next() {
                #expect(String(decoding: slice.bytes, as: UTF8.self) == chunk && slice.index == taken)
                #expect(decoder.bytesConsumed == slice.byteOffset + Int64(slice.bytes.count))
                taken += 1
            }
            #expect(decoder.bytesPushed - decoder.bytesConsumed <= Int64(chunk.utf8.count))
        }
        try decoder.finish()
        #expect(taken == 12 && decoder.bytesConsumed == decoder.bytesPushed)
    }

    @Test("A chunk counts as held from its first byte on, until it is handed out")
    func consumed() throws {
        var decoder = ChunkSliceDecoder()
        decoder.push(#"{"chunks":[ "#.utf8)
        #expect(try decoder.next() == nil && decoder.bytesConsumed == 12)
        decoder.push(#"{"type":"page","content":"abc","#.utf8)
        #expect(try decoder.next() == nil && decoder.bytesConsumed == 12)
        decoder.push(#""blocks":[]},"#.utf8)
        #expect(try decoder.next()?.bytes.count == 43 && decoder.bytesConsumed == 55)
        #expect(try decoder.next() == nil && decoder.bytesConsumed == 56)
    }

    @Test("A slice is a value of its own, whatever becomes of the decoder and its copies")
    func copies() throws {
        var first = ChunkSliceDecoder()
        first.push(#"{"chunks":[{"content":"a"},{"content":"#.utf8)
        let slice = try #require(try first.next())
        #expect(try first.next() == nil)
        var second = first
        first.push(#""b"}]}"#.utf8)
        second.push(#""long\u0065r"}]}"#.utf8)
        #expect(try second.next()?.decoded().content == "longer")
        #expect(try first.next()?.decoded().content == "b")
        try first.finish()
        try second.finish()
        #expect(try slice.decoded() == Chunk(content: "a"))
    }

    @Test("A sequence of pieces gives the slices as they become complete", arguments: [1, 7, 10_000])
    func sequence(length: Int) async throws {
        let pieces = DecodedElementsTests.Pieces(text: DecodingFixtures.reversed, length: length)
        var chunks: [Chunk] = []
        for try await slice in pieces.decoded(by: ChunkSliceDecoder()) { chunks.append(try slice.decoded()) }
        #expect(chunks == ChunkDecoder().outcome(of: DecodingFixtures.reversed).elements)
        var pages: [Int] = []
        for try await slice in pieces.decoded(by: ChunkSliceDecoder()) where slice.pageRange?.start == 3 {
            pages.append(slice.index)
        }
        #expect(pages == [1])
    }

    @Test("A fault behind the slices comes behind them, and one inside a slice stops nothing")
    func faults() async {
        for (document, count, code) in [
            (DecodingFixtures.faulty, 3, nil), (DecodingFixtures.invalidText, 2, nil),
            (DecodingFixtures.wrongType, 2, OutputDecodingError.Code.typeMismatch),
            (DecodingFixtures.cutShort, 1, .truncated),
        ] {
            for length in [1, 5, 1_000] {
                var taken = 0
                var error: OutputDecodingError?
                do {
                    let pieces = DecodedElementsTests.Pieces(text: document, length: length)
                    for try await _ in pieces.decoded(by: ChunkSliceDecoder()) { taken += 1 }
                } catch let fault {
                    error = fault as? OutputDecodingError
                }
                #expect(taken == count && error?.code == code, "\(document) in pieces of \(length)")
            }
        }
    }
}
