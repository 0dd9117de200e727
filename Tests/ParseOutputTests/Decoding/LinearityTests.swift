import ParseModels
import Testing

@testable import ParseOutput

/// Sizes at which anything quadratic would take hours.
@Suite("Work and memory")
struct LinearityTests {
    @Test("A large element in single bytes is linear")
    func singleBytes() throws {
        let content = String(repeating: "x\\n\u{E9}", count: 60_000)
        let bytes = Array("{\"chunks\":[{\"content\":\"\(content)\"}]}".utf8)
        var decoder = ChunkDecoder()
        var chunks: [Chunk] = []
        for byte in bytes {
            decoder.push(CollectionOfOne(byte))
            while let chunk = try decoder.next() { chunks.append(chunk) }
        }
        try decoder.finish()
        #expect(chunks.map(\.content.utf8.count) == [240_000])
    }

    @Test("Many elements pushed at once are linear")
    func oncePushed() throws {
        let count = 30_000
        let words = Array(repeating: #"{"content":"w"}"#, count: count).joined(separator: ",")
        var decoder = OCRDecoder()
        decoder.push("{\"chunks\":[],\"ocr\":{\"words\":[\(words)]}}".utf8)
        var taken = 0
        while try decoder.next() != nil { taken += 1 }
        try decoder.finish()
        #expect(taken == count)
    }

    @Test("What is skipped is not held, however large")
    func skippedInConstantMemory() throws {
        var decoder = BlockDecoder()
        decoder.push(#"{"later":[""#.utf8)
        let piece = Array(repeating: UInt8(ascii: "x"), count: 1_000)
        for _ in 0..<300 {
            decoder.push(piece)
            #expect(try decoder.next() == nil)
            #expect(decoder.bytesConsumed == decoder.bytesPushed)
        }
        decoder.push(#""],"chunks":[{"content":""#.utf8)
        for _ in 0..<300 {
            decoder.push(piece)
            #expect(try decoder.next() == nil)
            #expect(decoder.bytesConsumed == decoder.bytesPushed)
        }
        decoder.push(#"","blocks":[{"id":"1"}]}]}"#.utf8)
        #expect(try decoder.next()?.block.id == "1")
        try decoder.finish()
    }

    @Test("The buffer holds what was pushed last and the element under way, and moves no byte often")
    func buffer() {
        var buffer = InputBuffer()
        let piece = Array(repeating: UInt8(1), count: 1_000)
        for round in 1...1_000 {
            buffer.append(piece.span)
            buffer.discard(upTo: max(0, buffer.end - 1_500))
            #expect(buffer.end == Int64(round) * 1_000)
            #expect(buffer.end - buffer.start <= 1_500)
            #expect(buffer.capacity <= 140_000)
        }
        buffer.discard(upTo: buffer.end)
        buffer.append(piece.span)
        #expect(buffer.end - buffer.start == 1_000)
        #expect(buffer.start == 1_000_000)
    }
}
