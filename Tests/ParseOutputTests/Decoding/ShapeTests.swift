import ParseModels
import ParseOutput
import Testing

@Suite("Outputs and runs")
struct ShapeTests {
    @Test("A run's own metadata is not its output's, wherever it stands")
    func runMetadata() throws {
        for document in [
            #"{"metadata":{"pages":5},"output":{"chunks":[{}],"metadata":{"finalMimeType":"a/b"}}}"#,
            #"{"output":{"metadata":{"finalMimeType":"a/b"},"chunks":[{}]},"metadata":{"pages":5}}"#,
        ] {
            var decoder = ChunkDecoder()
            decoder.push(document.utf8)
            #expect(try decoder.next() == Chunk())
            #expect(try decoder.next() == nil)
            try decoder.finish()
            #expect(decoder.metadata == OutputMetadata(finalMIMEType: "a/b"))
        }
    }

    @Test("An output's metadata may come before its chunks, and shows once they begin")
    func earlyMetadata() throws {
        var decoder = BlockDecoder()
        decoder.push(#"{"metadata":{"finalMimeType":"a/b","pages":[{"number":1}]},"chunks":[{"blocks":[{"#.utf8)
        #expect(try decoder.next() == nil)
        #expect(decoder.metadata == OutputMetadata(finalMIMEType: "a/b", pages: [PageMetadata(number: 1)]))
    }

    @Test("A fault in early metadata is thrown at its own place")
    func earlyFault() {
        let outcome = ChunkDecoder().outcome(of: #"{"metadata":{"pages":[{"dpi":"x"}]},"chunks":[{}]}"#)
        #expect(outcome.elements.isEmpty)
        #expect(outcome.error?.code == .typeMismatch)
        #expect(outcome.error?.path == "metadata.pages[0].dpi")
        #expect(outcome.error?.byteOffset == 29)
    }

    @Test("A null metadata is none")
    func nullMetadata() throws {
        var decoder = OCRDecoder()
        decoder.push(#"{"chunks":[],"metadata":null}"#.utf8)
        try decoder.finish()
        #expect(decoder.metadata == nil)
    }

    @Test(
        "A document without chunks is no output",
        arguments: [
            ("{}", 2), (#"{"chunks":null}"#, 15), (#"{"output":null}"#, 15), (#"{"output":{}}"#, 13),
            (#"{"a":{"chunks":[]}}"#, 19),
            (#"{"output":{"chunks":null}}"#, 26), (#"{"code":"NOT_FOUND","message":"no"}"#, 35), ("[]", 0), ("null", 0),
            (" 1", 1),
            ("\"chunks\"", 0),
        ]
    )
    func notAnOutput(document: String, offset: Int64) {
        for error in [
            ChunkDecoder().outcome(of: document).error, BlockDecoder().outcome(of: document).error,
            OCRDecoder().outcome(of: document).error,
        ] {
            #expect(error?.code == .notAnOutput)
            #expect(error?.byteOffset == offset)
            #expect(error?.path == "")
        }
    }

    @Test("OCR needs an output, but no OCR in it")
    func withoutOCR() {
        for document in [#"{"chunks":[{}]}"#, #"{"ocr":null,"chunks":[]}"#, #"{"ocr":{"words":null},"chunks":[]}"#] {
            #expect(OCRDecoder().outcome(of: document) == Outcome())
        }
        #expect(OCRDecoder().outcome(of: #"{"ocr":{"words":[]}}"#).error?.code == .notAnOutput)
    }

    @Test(
        "A second member of those handed out as they pass is malformed",
        arguments: [
            #"{"chunks":[],"chunks":[]}"#, #"{"chunks":null,"chunks":[]}"#, #"{"output":{"chunks":[],"chunks":[]}}"#,
            #"{"output":null,"output":{"chunks":[]}}"#, #"{"chunks":[],"ch\u0075nks":[]}"#,
            #"{"ocr":null,"ocr":{},"chunks":[]}"#,
        ]
    )
    func secondMember(document: String) {
        for error in [ChunkDecoder().outcome(of: document).error, OCRDecoder().outcome(of: document).error] {
            #expect(error?.code == .malformed)
            #expect(error?.message.contains("second time") == true)
        }
    }

    @Test("A second list of blocks, words or lines is malformed where it is handed out one by one")
    func secondList() {
        let blocks = #"{"chunks":[{"blocks":[{"id":"1"}],"blocks":[]}]}"#
        #expect(BlockDecoder().outcome(of: blocks).elements.count == 1)
        #expect(BlockDecoder().outcome(of: blocks).error?.path == "chunks[0].blocks")
        #expect(ChunkDecoder().outcome(of: blocks) == Outcome(elements: [Chunk()]))
        let words = #"{"ocr":{"words":[{}],"words":[]},"chunks":[]}"#
        #expect(OCRDecoder().outcome(of: words).error?.path == "ocr.words")
        #expect(ChunkDecoder().outcome(of: words) == Outcome())
    }

    @Test("A document cannot be an output and a run at once")
    func both() {
        for document in [
            #"{"chunks":[],"output":{"chunks":[]}}"#, #"{"output":{},"chunks":[]}"#, #"{"ocr":{},"output":{}}"#,
        ] {
            #expect(ChunkDecoder().outcome(of: document).error?.code == .malformed)
        }
        #expect(ChunkDecoder().outcome(of: #"{"chunks":null,"output":{"chunks":[]}}"#).error == nil)
        #expect(ChunkDecoder().outcome(of: #"{"output":null,"chunks":[]}"#).error == nil)
    }

    @Test("Members of the same names elsewhere mean nothing")
    func elsewhere() {
        let document =
            #"{"x":{"chunks":1,"output":2,"ocr":3,"metadata":4},"chunks":[{"chunks":5,"output":6}],"output":null}"#
        #expect(ChunkDecoder().outcome(of: document) == Outcome(elements: [Chunk()]))
    }

    @Test("The counters tell what came in and what is held")
    func counters() throws {
        var decoder = ChunkDecoder()
        decoder.push(#"{"chunks":[{"content":"a"},{"content""#.utf8)
        #expect(decoder.bytesPushed == 37)
        _ = try decoder.next()
        #expect(decoder.bytesConsumed == 26)
        #expect(decoder.chunkCount == 1)
        #expect(try decoder.next() == nil)
        #expect(decoder.bytesConsumed == 27)
        decoder.push(#":"b"}]}"#.utf8)
        _ = try decoder.next()
        try decoder.finish()
        #expect(try decoder.next() == nil)
        #expect(decoder.bytesConsumed == 44)
        #expect(decoder.bytesPushed == 44)
        #expect(decoder.chunkCount == 2)
    }
}
