import ParseModels
import ParseOutput
import ParseTesting
import Testing

@Suite("Decoders that go on in the middle of a document")
struct ResumableDecoderTests {
    private let document: [UInt8]

    init() throws {
        let output = SampleDocument(pages: 3, seed: 8).output
        document = try #require(try SimulatedRun.processed("pr_1", output: output).output)
    }

    /// Where each chunk ends, and all chunks.
    private func boundaries<Decoder: ResumableDecoder>(
        _ decoder: Decoder,
        _ document: [UInt8]
    ) throws -> [(count: Int, offset: Int64, element: Decoder.Element)] {
        var decoder = decoder
        #expect(decoder.resumableOffset == nil && decoder.chunkCount == 0)
        decoder.push(document[...])
        var found: [(Int, Int64, Decoder.Element)] = []
        while let element = try decoder.next() {
            found.append((decoder.chunkCount, try #require(decoder.resumableOffset), element))
        }
        try decoder.finish()
        return found
    }

    @Test("Behind every chunk, in pieces of every size, the same chunks and metadata follow")
    func everyBoundary() throws {
        let all = try boundaries(ChunkDecoder(), document)
        #expect(all.count == 3)
        for (count, offset, _) in all {
            for size in [7, 1_000, document.count] {
                var decoder = ChunkDecoder(behindChunks: count, at: offset)
                var chunks: [Chunk] = []
                for start in stride(from: Int(offset), to: document.count, by: size) {
                    decoder.push(document[start..<min(start + size, document.count)])
                    while let chunk = try decoder.next() { chunks.append(chunk) }
                }
                try decoder.finish()
                #expect(chunks == all[count...].map(\.element))
                #expect(decoder.chunkCount == 3 && decoder.bytesPushed == Int64(document.count))
            }
        }
    }

    @Test("Slices know their numbers and where they stand")
    func slices() throws {
        let all = try boundaries(ChunkSliceDecoder(), document)
        for (count, offset, _) in all {
            var decoder = ChunkSliceDecoder(behindChunks: count, at: offset)
            decoder.push(document[Int(offset)...])
            var number = count
            while let slice = try decoder.next() {
                #expect(slice.index == number && slice.byteOffset == all[number].element.byteOffset)
                #expect(slice.bytes == all[number].element.bytes)
                number += 1
            }
            #expect(number == 3)
        }
    }

    @Test("A position is the same however far the bytes behind it have arrived")
    func position() throws {
        let all = try boundaries(ChunkDecoder(), document)
        var decoder = ChunkDecoder()
        var found: [Int64] = []
        for byte in document {
            decoder.push([byte][...])
            while try decoder.next() != nil { found.append(try #require(decoder.resumableOffset)) }
            if let last = found.last { #expect(decoder.resumableOffset == last) }
        }
        #expect(found == all.map(\.offset))
    }

    @Test("Faults are told as if all had been read: their offset, path and chunk")
    func faults() throws {
        let offset = try #require(try boundaries(ChunkDecoder(), document).dropFirst().first?.offset)
        var broken = document
        let place = try #require(broken.lastIndex(of: UInt8(ascii: "{")))
        broken[place] = UInt8(ascii: "?")
        for rest in [broken[Int(offset)...], document[Int(offset)..<(document.count - 3)]] {
            var whole = ChunkDecoder()
            whole.push(document[..<Int(offset)])
            whole.push(rest)
            var resumed = ChunkDecoder(behindChunks: 2, at: offset)
            resumed.push(rest)
            #expect(fault(of: &whole) == fault(of: &resumed))
        }
    }

    private func fault(of decoder: inout ChunkDecoder) -> String? {
        do throws(OutputDecodingError) {
            while try decoder.next() != nil {}
            try decoder.finish()
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test("A run around an output has no place to go on from")
    func run() throws {
        var decoder = ChunkDecoder()
        decoder.push(#"{"id":"pr_1","output":{"chunks":[{"content":"a"}]}}"#.utf8)
        #expect(try decoder.next() != nil)
        #expect(decoder.resumableOffset == nil && decoder.chunkCount == 1)
    }

    @Test("The limit on the document counts what stood before")
    func limits() throws {
        let offset = try #require(try boundaries(ChunkDecoder(), document).first?.offset)
        var decoder = ChunkDecoder(behindChunks: 1, at: offset, limits: DecodingLimits(totalBytes: offset + 10))
        decoder.push(document[Int(offset)...])
        let error = #expect(throws: OutputDecodingError.self) { while try decoder.next() != nil {} }
        #expect(error?.code == .limitExceeded)
    }
}
