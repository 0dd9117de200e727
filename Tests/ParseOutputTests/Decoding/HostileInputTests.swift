import ParseModels
import ParseOutput
import Testing

/// Documents made to cost more than they should, or to show what they should not.
@Suite("Hostile documents")
struct HostileInputTests {
    @Test(
        "White space behind a value of the wrong type is passed once, however it is cut",
        arguments: [#"{"chunks":[{"type":5"#, #"{"chunks":[{"metadata":true"#, #"{"chunks":[],"metadata":5"#]
    )
    func spaceBehindMismatch(start: String) throws {
        var decoder = ChunkDecoder()
        decoder.push(start.utf8)
        for _ in 0..<100_000 {
            decoder.push(CollectionOfOne(0x20))
            #expect(try decoder.next() == nil)
        }
        decoder.push("}]}".utf8)
        let error = #expect(throws: OutputDecodingError.self) {
            while try decoder.next() != nil {}
            try decoder.finish()
        }
        #expect(error?.code == .typeMismatch)
        #expect(error?.byteOffset == Int64(start.utf8.count) - (start.hasSuffix("true") ? 4 : 1))
    }

    @Test("Arrays without elements keep no room for any")
    func emptyArrays() throws {
        var decoder = ChunkDecoder()
        decoder.push(#"{"chunks":[{"blocks":[{"children":[],"polygon":[]}]}]}"#.utf8)
        let block = try #require(try decoder.next()?.blocks.first)
        #expect(block.children.capacity == 0)
        #expect(block.polygon.capacity == 0)
    }

    @Test("An exponent is not taken for a smaller one, however long the number")
    func extremeExponent() {
        let number = "0." + String(repeating: "0", count: 1_000_100) + "1e1500000"
        let limits = DecodingLimits.standard.with { $0.numberBytes = 2_000_000 }
        let document = #"{"chunks":[{"blocks":[{"boundingBox":{"left":\#(number)}}]}]}"#
        #expect(ChunkDecoder(limits: limits).outcome(of: document).error?.code == .numberOutOfRange)
        let run = #"{"id":"pr_1","status":"PROCESSED","usage":{"credits":\#(number)}}"#
        #expect(throws: OutputDecodingError.self) { try ParseRun(decoding: run.utf8) }
    }

    @Test("Containers with exponents in them, in deep shells, are skipped like any other")
    func deepShells() {
        let shell = String(repeating: "[", count: 60)
        let inner = String(repeating: "1,", count: 900) + "1e1"
        let values = Array(repeating: shell + inner + String(repeating: "]", count: 60), count: 20)
        let document = #"{"x":[\#(values.joined(separator: ","))],"chunks":[{}]}"#
        #expect(ChunkDecoder().outcome(of: document) == Outcome(elements: [Chunk()]))
    }

    @Test("Neither decoders nor slices show bytes of the document when they are printed or dumped")
    func dumps() throws {
        let secret = "X-Amz-Signature=5ec2e7"
        let chunk = #"{"blocks":[{"details":{"type":"figure_details","imageUrl":"https://i.invalid/a?\#(secret)"}}]}"#
        var slices = ChunkSliceDecoder()
        slices.push(#"{"metadata":{"a":"\#(secret)"},"chunks":[\#(chunk),\#(chunk)"#.utf8)
        let slice = try #require(try slices.next())
        var chunks = ChunkDecoder()
        chunks.push(#"{"metadata":{"a":"\#(secret)"},"chunks":[{"content":"\#(secret)"#.utf8)
        #expect(try chunks.next() == nil)
        var shown = "\(slice) \(slices) \(chunks) "
        for value in [slice, slices, chunks] as [Any] {
            dump(value, to: &shown)
            shown += String(reflecting: value)
        }
        let asNumbers = secret.utf8.prefix(6).map(String.init).joined(separator: ", ")
        #expect(!shown.contains("5ec2e7") && !shown.contains(asNumbers))
        #expect("\(slice)" == "chunk 0, page, \(chunk.utf8.count) bytes from byte 53")
    }
}
