import Foundation
import ParseModels
import ParseOutput
import Testing

@Suite("Agreement with Codable")
struct AgreementTests {
    @Test("The decoders give what JSONDecoder gives", arguments: DecodingFixtures.outputs)
    func outputs(document: DecodingFixture) throws {
        let expected = try JSONDecoder().decode(ParseRunOutput.self, from: Data(document.bytes))
        try expectSame(document.bytes, as: expected)
    }

    @Test("An output inside a run gives what JSONDecoder gives")
    func run() throws {
        struct Run: Decodable {
            let output: ParseRunOutput
        }
        let bytes = Array(DecodingFixtures.run.utf8)
        try expectSame(bytes, as: try JSONDecoder().decode(Run.self, from: Data(bytes)).output)
    }

    @Test("A real output gives what JSONDecoder gives", .enabled(if: RealOutput.isThere, "the real output is absent"))
    func realOutput() throws {
        let bytes = try #require(RealOutput.bytes)
        let expected = try JSONDecoder().decode(ParseRunOutput.self, from: Data(bytes))
        #expect(expected.chunks.count == 5)
        #expect(expected.chunks.map(\.blocks.count).reduce(0, +) == 74)
        try expectSame(bytes, as: expected)
    }

    @Test(
        "A real output in random pieces gives what one piece gives",
        .enabled(if: RealOutput.isThere, "the real output is absent"),
        arguments: [1, 7, 100, 1_000, 30_000]
    )
    func realOutputInPieces(longest: Int) throws {
        let bytes = try #require(RealOutput.bytes)
        var generator = SeededGenerator(state: UInt64(longest))
        let pieces = bytes.pieces(upTo: longest, by: &generator)
        #expect(ChunkDecoder().outcome(of: pieces) == ChunkDecoder().outcome(of: bytes))
        #expect(BlockDecoder().outcome(of: pieces) == BlockDecoder().outcome(of: bytes))
    }

    @Test("A member that Codable refuses is refused, and one it takes is taken alike", arguments: Self.members)
    func member(text: String) throws {
        let document = "{\"chunks\":[\(text)]}"
        let expected = try? JSONDecoder().decode(ParseRunOutput.self, from: Data(document.utf8))
        let outcome = ChunkDecoder().outcome(of: document)
        #expect((outcome.error == nil) == (expected != nil), "\(outcome)")
        if let expected { #expect(outcome.elements == expected.chunks) }
    }

    /// Chunks with something in them that is missing, null, of another type or of another number form.
    static let members: [String] =
        [
            "null", "1", "[]", "\"\"", "{}", #"{"type":1}"#, #"{"type":null}"#, #"{"content":[]}"#,
            #"{"content":null}"#,
            #"{"metadata":null}"#, #"{"metadata":[]}"#, #"{"metadata":{"pageRange":null}}"#,
            #"{"metadata":{"pageRange":{}}}"#, #"{"metadata":{"pageRange":{"start":1}}}"#,
            #"{"metadata":{"pageRange":{"start":1,"end":null}}}"#,
            #"{"metadata":{"pageRange":{"start":1.0,"end":2e0}}}"#,
            #"{"metadata":{"pageRange":{"start":1.5,"end":2}}}"#,
            #"{"metadata":{"pageRange":{"start":-0,"end":1e30}}}"#,
            #"{"metadata":{"minOcrConfidence":"1"}}"#, #"{"blocks":{}}"#, #"{"blocks":[null]}"#,
        ]
        + [
            #""id":null"#, #""id":1"#, #""polygon":null"#, #""polygon":[null]"#, #""polygon":[{"x":1}]"#,
            #""polygon":[{"x":1,"y":null}]"#, #""polygon":[{"x":1,"y":1e400}]"#,
            #""boundingBox":null"#, #""boundingBox":[]"#, #""boundingBox":{"left":true}"#, #""children":null"#,
            #""children":[[]]"#, #""metadata":{"page":{}}"#, #""metadata":{"page":{"number":"1"}}"#,
            #""metadata":{"page":null,"sheet":{}}"#, #""metadata":{"layoutClass":7}"#, #""metadata":{"unknown":1e999}"#,
            #""details":null"#, #""details":5"#, #""details":"x""#, #""details":[1,2.5,-3e2]"#, #""details":{}"#,
            #""details":{"type":7,"a":1}"#, #""details":{"type":null}"#, #""details":{"type":"new","v":[{"w":null}]}"#,
            #""details":{"type":"table_details"}"#, #""details":{"type":"table_details","rowCount":1.5}"#,
            #""details":{"type":"figure_details","imageUrl":3}"#,
            #""details":{"type":"table_cell_details","formatting":[]}"#,
            #""details":{"type":"key_value_details","more":1}"#, #""details":{"n":9223372036854775807}"#,
            #""details":{"n":9223372036854775808}"#, #""details":{"n":-9223372036854775808}"#,
            #""details":{"n":1e400}"#,
            #""details":{"n":2.0}"#, #""details":{"n":-0.0}"#, #""details":{"n":123456789.5e3}"#,
        ].map { "{\"blocks\":[{\($0)}]}" }

    private func expectSame(_ bytes: [UInt8], as expected: ParseRunOutput) throws {
        var chunks = ChunkDecoder()
        chunks.push(bytes)
        var decoded: [Chunk] = []
        while let chunk = try chunks.next() { decoded.append(chunk) }
        try chunks.finish()
        #expect(decoded == expected.chunks)
        #expect(chunks.metadata == expected.metadata)
        #expect(chunks.chunkCount == expected.chunks.count)

        let blocks = BlockDecoder().outcome(of: bytes)
        let expectedBlocks = expected.chunks.enumerated().flatMap { chunkIndex, chunk in
            chunk.blocks.enumerated().map { ChunkBlock(chunkIndex: chunkIndex, index: $0, block: $1) }
        }
        #expect(blocks == Outcome(elements: expectedBlocks))

        let elements = OCRDecoder().outcome(of: bytes)
        #expect(elements.error == nil)
        let words = elements.elements.compactMap { if case .word(let word) = $0 { word } else { nil } }
        let lines = elements.elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
        #expect(words == expected.ocr?.words ?? [])
        #expect(lines == expected.ocr?.lines ?? [])
    }
}
