import ParseModels
import ParseOutput
import Testing

/// Members in any order, with anything between them.
@Suite("Members in any order")
struct OrderTortureTests {
    @Test("Every order of an output's members gives the same")
    func output() {
        let members = [
            #""chunks":[{"content":"c","blocks":[{"id":"b"}]}]"#, #""ocr":{"lines":[{"content":"l"}],"words":[{}]}"#,
            #""metadata":{"finalMimeType":"a/b"}"#, #""later":{"chunks":[1],"output":{},"ocr":[]}"#,
        ]
        for order in members.permutations {
            for document in ["{\(order)}", "{\"output\":{\(order)}}", "{\"chunks\":null,\"output\":{\(order)}}"] {
                let chunks = ChunkDecoder().outcome(of: document)
                #expect(chunks == Outcome(elements: [Chunk(content: "c", blocks: [Block(id: "b")])]), "\(document)")
                let blocks = BlockDecoder().outcome(of: document).elements
                #expect(blocks == [ChunkBlock(chunkIndex: 0, index: 0, block: Block(id: "b"))], "\(document)")
                let ocr = OCRDecoder().outcome(of: document).elements
                #expect(ocr == [.line(OCRLine(content: "l")), .word(OCRWord())], "\(document)")
                var decoder = OCRDecoder()
                decoder.push(document.utf8)
                #expect(throws: Never.self) { try decoder.finish() }
            }
        }
    }

    @Test("Every order of a chunk's members gives the same")
    func chunk() {
        let members = [
            #""type":"section""#, #""content":"c""#, #""metadata":{"avgOcrConfidence":1}"#, #""blocks":[{"id":"b"}]"#,
            #""object":"chunk""#,
        ]
        let expected = Chunk(
            type: .section, content: "c", metadata: ChunkMetadata(avgOCRConfidence: 1), blocks: [Block(id: "b")])
        for order in members.permutations {
            let document = "{\"chunks\":[{\(order)},{\(order)}]}"
            #expect(ChunkDecoder().outcome(of: document) == Outcome(elements: [expected, expected]), "\(document)")
            #expect(BlockDecoder().outcome(of: document).elements.map(\.chunkIndex) == [0, 1], "\(document)")
        }
    }

    @Test("A run's own null chunks do not undo those of its output, before it or behind it")
    func nullChunks() {
        for document in [
            #"{"chunks":null,"output":{"chunks":[{}]}}"#, #"{"output":{"chunks":[{}]},"chunks":null}"#,
            #"{"output":{"chunks":[{}]},"ocr":null,"chunks":null}"#,
        ] {
            #expect(ChunkDecoder().outcome(of: document) == Outcome(elements: [Chunk()]))
            #expect(OCRDecoder().outcome(of: document) == Outcome())
        }
        let error = ChunkDecoder().outcome(of: #"{"output":{"chunks":null},"chunks":null}"#).error
        #expect(error?.code == .notAnOutput)
    }

    @Test("The type of details counts wherever it stands")
    func details() {
        for order in [#""type":"table_details""#, #""rowCount":2"#, #""later":{"type":"x"}"#].permutations {
            let outcome = BlockDecoder().outcome(of: #"{"chunks":[{"blocks":[{"details":{\#(order)}}]}]}"#)
            #expect(outcome.elements.first?.block.details == .table(TableDetails(rowCount: 2)), "\(order)")
        }
    }

    @Test("A large unknown member changes nothing, wherever it stands", arguments: ["long", "wide", "deep", "escaped"])
    func large(kind: String) {
        let value =
            switch kind {
            case "long": "\"" + String(repeating: "x", count: 100_000) + "\""
            case "wide": "[" + String(repeating: #"{"a":[1,"b"]},"#, count: 4_000) + "0]"
            case "deep": String(repeating: #"[{"a":"#, count: 50) + "1" + String(repeating: "}]", count: 50)
            default: "\"" + String(repeating: #"\\\"\u00e9é"#, count: 6_000) + "\""
            }
        let document =
            "{\"a\":\(value),\"chunks\":[{\"a\":\(value),\"blocks\":[{\"a\":\(value),\"id\":\"b\"}],\"b\":\(value)}],"
            + "\"ocr\":{\"a\":\(value),\"words\":[{\"a\":\(value),\"content\":\"w\"}]},\"b\":\(value)}"
        let bytes = Array(document.utf8)
        let pieces = stride(from: 0, to: bytes.count, by: 4_093).map { bytes[$0..<min(bytes.count, $0 + 4_093)] }
        #expect(ChunkDecoder().outcome(of: pieces) == Outcome(elements: [Chunk(blocks: [Block(id: "b")])]))
        #expect(BlockDecoder().outcome(of: pieces).elements.map(\.block.id) == ["b"])
        #expect(OCRDecoder().outcome(of: pieces) == Outcome(elements: [.word(OCRWord(content: "w"))]))
    }
}

extension [String] {
    /// These in every order, each joined by commas.
    fileprivate var permutations: [String] {
        guard count > 1 else { return [joined()] }
        return indices.flatMap { index in
            var rest = self
            let first = rest.remove(at: index)
            return rest.permutations.map { "\(first),\($0)" }
        }
    }
}
