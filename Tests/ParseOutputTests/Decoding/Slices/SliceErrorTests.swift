import ParseModels
import ParseOutput
import Testing

/// What is wrong inside a chunk shows when it is built, and what is wrong outside at once.
@Suite("Faults in and around slices")
struct SliceErrorTests {
    /// Something in a chunk that is wrong and only the chunk's own business, and the path to it.
    static let faults: [(value: String, path: String, code: OutputDecodingError.Code)] = [
        (#""blocks":[{},{"boundingBox":{"left":"7"}}]"#, "blocks[1].boundingBox.left", .typeMismatch),
        (#""blocks":[{"note":tru}]"#, "blocks[0].note", .malformed),
        (#""content":"\ud83dx""#, "content", .loneSurrogate),
        (#""content":"a\qb""#, "content", .malformed), (#""content":5"#, "content", .typeMismatch),
        (#""later":[1,{"a":01}]"#, "later[1].a", .malformed), (#""later":{"a" 1}"#, "later.a", .malformed),
        (#""blocks":[{"polygon":[{"x":1}]}]"#, "blocks[0].polygon[0]", .missingMember),
        (#""blocks":[{"polygon":[{"x":1,"y":1e999}]}]"#, "blocks[0].polygon[0].y", .numberOutOfRange),
        (#""blocks":[{"id":"a"},]"#, "blocks[1]", .malformed), (#""blocks":{}"#, "blocks", .typeMismatch),
    ]

    @Test("A fault inside a chunk has the place it has in the whole document", arguments: faults.indices)
    func inside(number: Int) throws {
        let fault = Self.faults[number]
        for (before, after, prefix) in [
            (#"{"chunks":[{},{"content":"é"},{},"#, "]}", ""),
            (
                #"{"id":"pr","output":{"metadata":{"pages":[]},"chunks":[{},{"content":"é"},{},"#, "]},\"z\":0}",
                "output."
            ),
        ] {
            let document = before + "{\"type\":\"page\",\(fault.value)}" + after
            let slices = ChunkSliceDecoder().outcome(of: document)
            #expect(slices.error == nil && slices.elements.count == 4)
            for slice in slices.elements.prefix(3) { #expect(throws: Never.self) { try slice.decoded() } }
            let slice = try #require(slices.elements.last)
            let error = try #require(throws: OutputDecodingError.self) { try slice.decoded() }
            let whole = try #require(ChunkDecoder().outcome(of: document).error)
            #expect(error.byteOffset == whole.byteOffset && error.message == whole.message)
            #expect(error.path == "\(prefix)chunks[3].\(fault.path)")
            // What the decoder of chunks only skips it has no path into.
            #expect(whole.path == (fault.path.hasPrefix("later") ? "\(prefix)chunks[3].later" : error.path))
            #expect(error.code == fault.code && error.chunkIndex == 3)
            // However often it is asked.
            #expect(throws: error) { try slice.decoded() }
        }
    }

    @Test("Bytes that are not UTF-8 inside a chunk show when it is built")
    func invalidUTF8() throws {
        let bytes = Array(#"{"chunks":[{"content":""#.utf8) + [0xC3, 0x28] + Array(#""},{"content":"b"}]}"#.utf8)
        let slices = ChunkSliceDecoder().outcome(of: bytes)
        #expect(slices.error == nil && slices.elements.count == 2)
        let error = #expect(throws: OutputDecodingError.self) { try slices.elements[0].decoded() }
        #expect(error == ChunkDecoder().outcome(of: bytes).error && error?.code == .invalidUTF8)
        #expect(try slices.elements[1].decoded() == Chunk(content: "b"))
    }

    @Test(
        "A fault outside the chunks, in their structure, or in what a slice shows is thrown where it stands",
        arguments: [
            #"{"chunks":[{},{}],"later":tru}"#, #"{"chunks":[{},5]}"#, #"{"chunks":[{},null]}"#, #"{"chunks":[{},[]]}"#,
            #"{"chunks":[{},{}}"#, #"{"chunks":[{} {}]}"#, #"{"chunks":[{},{"a" 1}]}"#, #"{"chunks":[{},{"a":1 2}]}"#,
            #"{"chunks":[{},{a:1}]}"#, #"{"chunks":[{},{"a":1,}]}"#, #"{"chunks":[{},{"a\q":1}]}"#,
            #"{"chunks":[{},{"type":5}]}"#, #"{"chunks":[{},{"type":"a\q"}]}"#, #"{"chunks":[{},{"metadata":[]}]}"#,
            #"{"chunks":[{},{"metadata":{"pageRange":{"start":1}}}]}"#, #"{"chunks":[{},{"metadata":{"x":01}}]}"#,
            #"{"chunks":[{}],"chunks":[]}"#, #"{"chunks":[{}],"output":{}}"#,
            #"{"chunks":[{}],"metadata":{"pages":1}}"#,
            #"{"chunks":[{},{"content":"a"#, #"{"chunks":[{},{"blocks":[{"id":"}"#, #"{"chunks":[{}]"#,
            #"{"chunks":5}"#,
            #"{"chunks":[{}]} x"#, #"{"output":{"chunks":[{}],"metadata":5}}"#, "[]", "{}", "",
        ]
    )
    func outside(document: String) {
        let slices = ChunkSliceDecoder().outcome(of: document)
        let chunks = ChunkDecoder().outcome(of: document)
        #expect(slices.error != nil && slices.error?.code == chunks.error?.code)
        #expect(slices.error?.byteOffset == chunks.error?.byteOffset)
        #expect(slices.error?.chunkIndex == chunks.error?.chunkIndex)
        #expect(slices.elements.count == chunks.elements.count)
        let bytes = Array(document.utf8)
        #expect(ChunkSliceDecoder().outcome(of: bytes.indices.map { bytes[$0...$0] }) == slices)
    }

    @Test("A thrown fault is thrown again, and what comes behind it is dropped")
    func again() throws {
        var decoder = ChunkSliceDecoder()
        decoder.push(#"{"chunks":[{},7"#.utf8)
        #expect(try decoder.next()?.index == 0)
        let error = try #require(throws: OutputDecodingError.self) { try decoder.next() }
        decoder.push("]}".utf8)
        #expect(throws: error) { try decoder.next() }
        #expect(throws: error) { try decoder.finish() }
        #expect(decoder.bytesPushed == 17 && decoder.bytesConsumed == 17)
    }

    @Test("A document that was cut short goes on where it broke off")
    func resumed() throws {
        let bytes = Array(DecodingFixtures.output.utf8)
        let whole = ChunkSliceDecoder().outcome(of: bytes)
        for cut in stride(from: 0, to: bytes.count - 2, by: 13) {
            var decoder = ChunkSliceDecoder()
            var outcome = Outcome<ChunkSlice>()
            decoder.push(bytes[..<cut])
            outcome.drain(&decoder)
            #expect(throws: OutputDecodingError.self) { try decoder.finish() }
            decoder.push(bytes[cut...])
            outcome.drain(&decoder)
            outcome.finish(&decoder)
            #expect(outcome == whole, "cut at \(cut)")
        }
    }
}
