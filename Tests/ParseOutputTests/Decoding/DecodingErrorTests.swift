import ParseModels
import ParseOutput
import Testing

@Suite("Decoding errors")
struct DecodingErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var document: String
        var code: OutputDecodingError.Code
        /// What stands at the error's offset and behind it.
        var rest: String
        var path: String
        var chunk: Int?
        var testDescription: String { document }
    }

    @Test("An error names its code, byte, path and chunk", arguments: Self.cases)
    func place(of expected: Case) {
        let error = ChunkDecoder().outcome(of: expected.document).error
        #expect(error?.code == expected.code)
        #expect(error?.byteOffset == Int64(expected.document.utf8.count - expected.rest.utf8.count))
        #expect(error?.path == expected.path)
        #expect(error?.chunkIndex == expected.chunk)
    }

    static let cases = [
        Case(
            document: #"{"chunks":[{},{"blocks":[{},{"boundingBox":{"top":1,"left":"x"}}]}]}"#,
            code: .typeMismatch, rest: #""x"}}]}]}"#, path: "chunks[1].blocks[1].boundingBox.left", chunk: 1
        ),
        Case(
            document: #"{"output":{"chunks":[{"blocks":[{"children":[{"polygon":[{"x":1,"y":2},{"x":3}]}]}]}]}}"#,
            code: .missingMember, rest: #"{"x":3}]}]}]}]}}"#, path: "output.chunks[0].blocks[0].children[0].polygon[1]",
            chunk: 0
        ),
        Case(
            document: #"{"chunks":[{"metadata":{"pageRange":{"end":1e400,"start":1}}}]}"#,
            code: .numberOutOfRange, rest: #"1e400,"start":1}}}]}"#, path: "chunks[0].metadata.pageRange.end", chunk: 0
        ),
        Case(document: #"{"chunks":[{},3]}"#, code: .typeMismatch, rest: "3]}", path: "chunks[1]", chunk: 1),
        Case(document: #"{"chunks":{}}"#, code: .typeMismatch, rest: "{}}", path: "chunks"),
        Case(document: #"{"output":[]}"#, code: .typeMismatch, rest: "[]}", path: "output"),
        Case(document: #"{"chunks":[{}x]}"#, code: .malformed, rest: "x]}", path: "chunks"),
        Case(document: #"{"chunks":[{},]}"#, code: .malformed, rest: "]}", path: "chunks[1]", chunk: 1),
        Case(document: #"{"chunks":[x]}"#, code: .malformed, rest: "x]}", path: "chunks[0]", chunk: 0),
        Case(document: #"{"chunks":x}"#, code: .malformed, rest: "x}", path: "chunks"),
        Case(
            document: #"{"chunks":[{"blocks":[{"note":tru}]}]}"#, code: .malformed, rest: "}]}]}",
            path: "chunks[0].blocks[0].note", chunk: 0),
        Case(
            document: #"{"chunks":[{"blocks":[{"id":tru}]}]}"#, code: .malformed, rest: "}]}]}",
            path: "chunks[0].blocks[0].id", chunk: 0),
        Case(
            document: #"{"chunks":[{"blocks":[{"id":true}]}]}"#, code: .typeMismatch, rest: "true}]}]}",
            path: "chunks[0].blocks[0].id", chunk: 0),
        Case(
            document: #"{"chunks":[{"content":"\q"}]}"#, code: .malformed, rest: #"q"}]}"#, path: "chunks[0].content",
            chunk: 0),
        Case(document: #"{"chunks":[],"later":{"a":[1,}}"#, code: .malformed, rest: "}}", path: "later"),
        Case(document: #"{"chunks":[],"https://x.invalid/?sig=s":x}"#, code: .malformed, rest: "x}", path: "?"),
        Case(
            document: #"{"chunks":[{"https://x.invalid/?sig=s":x}]}"#, code: .malformed, rest: "x}]}",
            path: "chunks[0].?", chunk: 0),
        Case(document: #"{"chunks":[{"metadata":{"#, code: .truncated, rest: "", path: "chunks[0].metadata", chunk: 0),
        Case(
            document: #"{"chunks":[{}],"metadata":{"pages":[{"dpi":1"#, code: .truncated, rest: "",
            path: "metadata.pages[0].dpi"),
        Case(document: #"{"chunks":[{}"#, code: .truncated, rest: "", path: "chunks"),
        Case(document: #"{"chunks":[{}]}}"#, code: .malformed, rest: "}", path: ""),
        Case(document: "", code: .truncated, rest: "", path: ""),
    ]

    @Test("Blocks and OCR have paths of their own")
    func otherPaths() {
        let blocks = BlockDecoder().outcome(of: #"{"chunks":[{},{"blocks":[{},{"boundingBox":{"left":[]}}]}]}"#)
        #expect(blocks.error?.path == "chunks[1].blocks[1].boundingBox.left")
        #expect(blocks.error?.chunkIndex == 1)
        #expect(blocks.elements.map(\.chunkIndex) == [1])
        let words = OCRDecoder().outcome(of: #"{"output":{"ocr":{"words":[{},{"boundingBox":{"left":[]}}]}}}"#)
        #expect(words.error?.path == "output.ocr.words[1].boundingBox.left")
        #expect(words.elements == [.word(OCRWord())])
        #expect(BlockDecoder().outcome(of: #"{"chunks":[null]}"#).error?.path == "chunks[0]")
        #expect(BlockDecoder().outcome(of: #"{"chunks":[{"blocks":{}}]}"#).error?.path == "chunks[0].blocks")
        #expect(OCRDecoder().outcome(of: #"{"ocr":[]}"#).error?.path == "ocr")
    }

    @Test("Elements complete before a fault are delivered, and the fault is thrown again and again")
    func sticky() throws {
        var decoder = ChunkDecoder()
        decoder.push(DecodingFixtures.faulty.utf8)
        #expect(try decoder.next()?.content == "a")
        #expect(try decoder.next()?.content == "b")
        let error = try #require(throws: OutputDecodingError.self) { try decoder.next() }
        decoder.push(#"{"chunks":[]}"#.utf8)
        #expect(throws: error) { try decoder.next() }
        #expect(throws: error) { try decoder.finish() }
        #expect(decoder.bytesConsumed == decoder.bytesPushed)
    }

    @Test("Cut at any byte, a document is truncated, and what was complete is delivered")
    func truncation() throws {
        for fixture in DecodingFixtures.outputs {
            let bytes = fixture.text.prefix(through: try #require(fixture.text.lastIndex(of: "}"))).utf8
            let whole = ChunkDecoder().outcome(of: Array(bytes)).elements
            for end in 0..<bytes.count {
                let outcome = ChunkDecoder().outcome(of: Array(bytes.prefix(end)))
                #expect(outcome.error?.code == .truncated)
                #expect(outcome.error?.byteOffset == Int64(end))
                #expect(outcome.elements == Array(whole.prefix(outcome.elements.count)))
            }
        }
    }

    @Test("After a document that was cut short, the rest can still be pushed")
    func goesOn() throws {
        var decoder = ChunkDecoder()
        decoder.push(#"{"chunks":[{"content":"a"#.utf8)
        #expect(throws: OutputDecodingError.self) { try decoder.finish() }
        #expect(throws: OutputDecodingError.self) { try decoder.next() }
        decoder.push(#"b"}]}"#.utf8)
        #expect(try decoder.next() == Chunk(content: "ab"))
        try decoder.finish()
    }

    @Test("No error shows contents of the document")
    func noContents() {
        let secret = "https://store.invalid/o?X-Signature=5ec2e7"
        for document in [
            #"{"chunks":[{"type":{"a":"\#(secret)"}}]}"#, #"{"chunks":[{"\#(secret)":tru}]}"#,
            #"{"chunks":"\#(secret)"}"#,
            #"{"chunks":[{"content":"\#(secret)\ud800"}]}"#, #"{"\#(secret)":"\#(secret)"}"#,
            #"{"chunks":[{"content":"\#(secret)"#,
            #"{"a":1,"\#(secret)" }"#, #""\#(secret)""#, #"{"chunks":[],"chunks":"\#(secret)"}"#,
        ] {
            let error = ChunkDecoder().outcome(of: document).error
            #expect(error != nil)
            var shown = "\(error as Any) "
            dump(error, to: &shown)
            #expect(!shown.contains("5ec2e7") && !shown.contains("store"))
        }
    }

    @Test("The description has code, place and message")
    func description() {
        let error = OutputDecodingError(
            .truncated, message: "It ended.", byteOffset: 7, path: "chunks[0]", chunkIndex: 0)
        #expect(error.description == "truncated at chunks[0], byte 7: It ended.")
        #expect(OutputDecodingError(.malformed, message: "M.", byteOffset: 0).description == "malformed at byte 0: M.")
    }
}
