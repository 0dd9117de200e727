import ParseModels
import ParseOutput
import Testing

/// What a slice shows of its chunk without building it.
@Suite("What slices show")
struct SliceMemberTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let members: String
        var type = ChunkType.page
        var range: PageRange?
        var confidence: Double?
        var testDescription: String { members }
    }

    static let cases = [
        Case(members: ""), Case(members: #""type":null,"metadata":null"#), Case(members: #""content":"x""#),
        Case(members: #""type":"section""#, type: .section),
        Case(members: #""type":"later""#, type: ChunkType(rawValue: "later")),
        Case(members: #""type":"section","type":"page""#),
        Case(members: #""type":"page","type":"section""#, type: .section),
        Case(members: #""type":"section","type":null"#), Case(members: #""ty\u0070e":"section""#, type: .section),
        Case(members: #""metadata":{"pageRange":{"start":1,"end":2}}"#, range: PageRange(start: 1, end: 2)),
        Case(
            members:
                #""blocks":[{"metadata":{"page":{"number":9}},"type":"table"}],"metadata":{"avgOcrConfidence":0.5}"#,
            confidence: 0.5),
        Case(
            members: #""metadata":{"avgOcrConfidence":0.5},"blocks":[{"id":"]}"}],"content":"\"}]""#,
            confidence: 0.5),
        Case(
            members: #""metadata":{"pageRange":{"end":7,"start":3}},"metadata":{"avgOcrConfidence":1}"#, confidence: 1),
        Case(members: #""metadata":{"avgOcrConfidence":1},"metadata":null"#),
        Case(
            members: #" "metadata" : { "later":[{}], "avgOcrConfidence" : 0.25 } , "blocks" : [ ] "#, confidence: 0.25),
        Case(members: #""later":{"type":"x","metadata":{"avgOcrConfidence":1}},"object":"chunk""#),
    ]

    @Test("The type and the metadata are those of the built chunk, wherever they stand", arguments: cases)
    func members(shown: Case) throws {
        let document = "{\"chunks\":[{\"type\":\"x\",\"metadata\":{\"minOcrConfidence\":1}},{\(shown.members)},{}]}"
        let bytes = Array(document.utf8)
        for pieces in [[bytes[...]], bytes.indices.map { bytes[$0...$0] }] {
            let outcome = ChunkSliceDecoder().outcome(of: pieces)
            try #require(outcome.elements.count == 3 && outcome.error == nil)
            let slice = outcome.elements[1]
            #expect(slice.type == shown.type && slice.pageRange == shown.range)
            #expect(slice.metadata == ChunkMetadata(pageRange: shown.range, avgOCRConfidence: shown.confidence))
            #expect(String(decoding: slice.bytes, as: UTF8.self) == "{\(shown.members)}")
            let chunk = try slice.decoded()
            #expect(chunk.type == slice.type && chunk.metadata == slice.metadata)
            // Nothing of one chunk is left for the next.
            #expect(outcome.elements[2].type == .page && outcome.elements[2].metadata == ChunkMetadata())
        }
    }

    @Test("An output's metadata is there in time, before the chunks or behind them")
    func outputMetadata() throws {
        for document in [
            #"{"metadata":{"finalMimeType":"a/b"},"chunks":[{},{}]}"#,
            #"{"chunks":[{},{}],"metadata":{"finalMimeType":"a/b"}}"#,
            #"{"metadata":{"m":1},"output":{"metadata":{"finalMimeType":"a/b"},"chunks":[{},{}]}}"#,
            #"{"output":{"chunks":[{},{}],"metadata":{"finalMimeType":"a/b"}},"metadata":7}"#,
        ] {
            var decoder = ChunkSliceDecoder()
            decoder.push(document.utf8)
            while try decoder.next() != nil {}
            try decoder.finish()
            #expect(decoder.metadata?.finalMIMEType == "a/b")
        }
    }

    @Test("Slices that look alike are told apart by their place")
    func equality() {
        let slices = ChunkSliceDecoder().outcome(of: #"{"chunks":[{},{}]}"#).elements
        #expect(slices[0].bytes == slices[1].bytes && slices[0] != slices[1])
        #expect(Set(slices).count == 2)
        #expect(ChunkSliceDecoder().outcome(of: #"{"chunks":[{},{}]}"#).elements == slices)
        #expect(slices.map(\.byteOffset) == [11, 14])
    }
}
