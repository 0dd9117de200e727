import ParseModels
import ParseOutput
import Testing

@Suite("Errors of whole documents")
struct WholeDocumentErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var document: String
        var code: OutputDecodingError.Code
        /// What stands at the error's offset and behind it.
        var rest: String
        var path: String
        var chunk: Int?
        var saying = ""
        var testDescription: String { document }
    }

    @Test("An error of a run names its code, byte, path and chunk", arguments: Self.runs)
    func run(expected: Case) {
        expect(expected, ParseRun.error(in: expected.document))
    }

    @Test("So does an error of an output", arguments: Self.outputs)
    func output(expected: Case) {
        expect(expected, ParseRunOutput.error(in: expected.document))
    }

    private func expect(_ expected: Case, _ error: OutputDecodingError?) {
        #expect(error?.code == expected.code)
        #expect(error?.byteOffset == Int64(expected.document.utf8.count - expected.rest.utf8.count))
        #expect(error?.path == expected.path)
        #expect(error?.chunkIndex == expected.chunk)
        #expect(error?.message.contains(expected.saying) == true, "\(error as Any)")
    }

    static let runs = [
        Case(document: #" {"status":"X"}"#, code: .missingMember, rest: #"{"status":"X"}"#, path: "", saying: "'id'"),
        Case(document: #"{"id":"a"}"#, code: .missingMember, rest: #"{"id":"a"}"#, path: "", saying: "'status'"),
        Case(document: #"{"id":null,"status":"X"}"#, code: .typeMismatch, rest: #"null,"status":"X"}"#, path: "id"),
        Case(document: #"{"id":"a","status":7}"#, code: .typeMismatch, rest: "7}", path: "status", saying: "a string"),
        Case(
            document: #"{"id":"a","status":"X","file":{"name":"n"}}"#, code: .missingMember, rest: #"{"name":"n"}}"#,
            path: "file", saying: "'id'"),
        Case(
            document: #"{"file":{"id":"f","createdAt": "yesterday"}}"#, code: .typeMismatch, rest: #""yesterday"}}"#,
            path: "file.createdAt", saying: "RFC 3339"),
        Case(
            document: #"{"file":{"metadata":{"parentSplit":{"startPage":1.5}}}}"#, code: .numberOutOfRange,
            rest: "1.5}}}}", path: "file.metadata.parentSplit.startPage"),
        Case(
            document: #"{"config":{"advancedOptions":{"pageRanges":[{"start":1,"end":2},{"start":3}]}}}"#,
            code: .missingMember, rest: #"{"start":3}]}}}"#, path: "config.advancedOptions.pageRanges[1]"),
        Case(
            document: #"{"usage":{"breakdown":[{"charges":[{},{"pages":[1,null]}]}]}}"#, code: .typeMismatch,
            rest: "null]}]}]}}", path: "usage.breakdown[0].charges[1].pages[1]"),
        Case(
            document: #"{"output":{"chunks":[{},{"blocks":[{"boundingBox":{"left":"1"}}]}]}}"#, code: .typeMismatch,
            rest: #""1"}}]}]}}"#, path: "output.chunks[1].blocks[0].boundingBox.left", chunk: 1),
        Case(document: #"{"output":{"ocr":{}}}"#, code: .missingMember, rest: #"{"ocr":{}}}"#, path: "output"),
        Case(document: #"{"metadata":[]}"#, code: .typeMismatch, rest: "[]}", path: "metadata"),
        Case(document: #"{"metadata":{"my own":tru}}"#, code: .malformed, rest: "}}", path: "metadata.?"),
        Case(document: #"{"chunks":[1,2,}"#, code: .malformed, rest: "}", path: "chunks[2]"),
        Case(document: #"{"id":"a","status":"X"} {}"#, code: .malformed, rest: "{}", path: "", saying: "nothing after"),
        Case(document: #"{"id":"a","status":"X"},"#, code: .malformed, rest: ",", path: ""),
        Case(document: " [1]", code: .notAnOutput, rest: "[1]", path: "", saying: "an array, not a run"),
        Case(document: "null", code: .notAnOutput, rest: "null", path: ""),
        Case(document: "<html>", code: .malformed, rest: "<html>", path: ""),
        Case(document: "\u{FEFF}{}", code: .malformed, rest: "\u{FEFF}{}", path: ""),
        Case(document: " \n", code: .truncated, rest: "", path: ""),
        Case(document: #"{"file":{"id":"f"#, code: .truncated, rest: "", path: "file.id"),
    ]

    static let outputs = [
        Case(document: #"{"ocr":null}"#, code: .missingMember, rest: #"{"ocr":null}"#, path: "", saying: "'chunks'"),
        Case(document: #"{"chunks": null}"#, code: .typeMismatch, rest: "null}", path: "chunks", saying: "an array"),
        Case(document: #"{"chunks":[{},null]}"#, code: .typeMismatch, rest: "null]}", path: "chunks[1]", chunk: 1),
        Case(
            document: #"{"chunks":[],"ocr":{"words":[{},{"confidence":true}]}}"#, code: .typeMismatch, rest: "true}]}}",
            path: "ocr.words[1].confidence"),
        Case(
            document: #"{"chunks":[],"metadata":{"pages":[{"dpi":"x"}]}}"#, code: .typeMismatch, rest: #""x"}]}}"#,
            path: "metadata.pages[0].dpi"),
        Case(document: #"{"output":{"chunks":[tru]}}"#, code: .malformed, rest: "]}}", path: "output.chunks[0]"),
        Case(document: #"{"chunks":[]}x"#, code: .malformed, rest: "x", path: ""),
        Case(document: "7", code: .notAnOutput, rest: "7", path: "", saying: "a number, not an output"),
        Case(document: "", code: .truncated, rest: "", path: ""),
    ]

    /// A stream finds what is no JSON before it looks at types, so `DecodingFixtures.faulty` is not among these.
    @Test(
        "Whole and in a stream, the same output fails alike",
        arguments: [
            DecodingFixtures.invalidText, DecodingFixtures.wrongType, DecodingFixtures.cutShort,
            #"{"chunks":[{"content":"\u{1}"}]}"#, #"{"chunks":[{"blocks":[{"polygon":[{"x":1}]}]}]}"#, "[]", "",
        ]
    )
    func likeStreams(document: String) throws {
        let whole = try #require(ParseRunOutput.error(in: document))
        let streamed = try #require(ChunkDecoder().outcome(of: document).error)
        #expect(whole.code == streamed.code && whole.byteOffset == streamed.byteOffset)
        #expect(whole.path == streamed.path && whole.chunkIndex == streamed.chunkIndex)
    }

    @Test("Cut at any byte, a document is truncated", arguments: RunFixtures.all)
    func truncation(document: DecodingFixture) throws {
        let text = document.text
        let bytes = Array(text[...(try #require(text.lastIndex(of: "}")))].utf8)
        for end in bytes.indices {
            let error = #expect(throws: OutputDecodingError.self) { try ParseRun(decoding: Array(bytes[..<end])) }
            #expect(error?.code == .truncated)
            #expect(error?.byteOffset == Int64(end))
        }
        #expect(throws: Never.self) { try ParseRun(decoding: bytes) }
    }

    @Test("No error shows contents of the document")
    func noContents() {
        let secret = "https://store.invalid/o?X-Signature=5ec2e7"
        for document in [
            #"{"id":"a","status":["\#(secret)"]}"#, #"{"outputUrl":"\#(secret)\q"}"#, #"{"outputUrl":["\#(secret)"]}"#,
            #"{"metadata":{"\#(secret)":1e400}}"#, #"{"file":{"createdAt":"\#(secret)"}}"#, #""\#(secret)""#,
            #"{"outputUrl":"\#(secret)"}"#, #"{"outputUrl":"\#(secret)"#, #"{} "\#(secret)""#,
        ] {
            let error = ParseRun.error(in: document)
            #expect(error != nil)
            var shown = "\(error as Any) "
            dump(error, to: &shown)
            #expect(!shown.contains("5ec2e7") && !shown.contains("store"))
        }
    }
}

extension ParseRun {
    /// What a document fails with, `nil` where it is a run.
    static func error(in text: String, limits: DecodingLimits = .standard) -> OutputDecodingError? {
        do throws(OutputDecodingError) { _ = try ParseRun(decoding: Array(text.utf8), limits: limits) } catch {
            return error
        }
        return nil
    }
}

extension ParseRunOutput {
    /// What a document fails with, `nil` where it is an output.
    static func error(in text: String, limits: DecodingLimits = .standard) -> OutputDecodingError? {
        do throws(OutputDecodingError) { _ = try ParseRunOutput(decoding: Array(text.utf8), limits: limits) } catch {
            return error
        }
        return nil
    }
}
