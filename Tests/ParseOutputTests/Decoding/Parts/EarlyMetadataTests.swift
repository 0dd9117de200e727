import ParseModels
import ParseOutput
import Testing

/// Metadata before anything tells whether it is the output's or a run's own, which may be of any kind.
@Suite("Metadata before the root is known")
struct EarlyMetadataTests {
    /// Values that an output's metadata cannot have.
    static let wrong = [
        "5", "-1.5e3", "\"x\"", "\"\\u00e9\"", "true", "false", "[]", "[1,2]", #"{"pages":5}"#, #"{"pages":[1]}"#,
        #"{"pages":[{"number":"1"}]}"#, #"{"finalMimeType":7}"#,
    ]

    @Test("A wrong one is refused as it is behind the chunks, at its place, however it arrives", arguments: wrong)
    func refused(value: String) throws {
        for after in [",\"chunks\":[{}]}", " , \"later\":1,\"chunks\":[{}]}", ",\"ocr\":null,\"chunks\":[]}"] {
            let late = ChunkDecoder().outcome(
                of: "{\"chunks\":[],\"metadata\":\(value)\(after.contains(" ") ? " " : "")}")
            let expected = try #require(late.error)
            let bytes = Array("{\"metadata\":\(value)\(after)".utf8)
            for pieces in [[bytes[...]], bytes.indices.map { bytes[$0...$0] }] {
                let error = try #require(ChunkDecoder().outcome(of: pieces).error)
                #expect(error.code == expected.code && error.message == expected.message, "\(error)")
                #expect(error.path == expected.path && error.byteOffset == expected.byteOffset - 12, "\(error)")
                #expect(BlockDecoder().outcome(of: pieces).error == error)
                #expect(ChunkSliceDecoder().outcome(of: pieces).error == error)
            }
        }
    }

    @Test("The fault stays once it is thrown", arguments: wrong)
    func stays(value: String) throws {
        var decoder = ChunkDecoder()
        decoder.push("{\"metadata\":\(value),\"chunks\":[{}]}".utf8)
        let error = try #require(throws: OutputDecodingError.self) { try decoder.next() }
        #expect(throws: error) { try decoder.next() }
        #expect(throws: error) { try decoder.finish() }
    }

    @Test("A run's own is the owner's business", arguments: wrong)
    func ofARun(value: String) {
        for document in [
            "{\"metadata\":\(value),\"output\":{\"chunks\":[{}]}}",
            "{\"output\":{\"chunks\":[{}]},\"metadata\":\(value)}",
        ] { #expect(ChunkDecoder().outcome(of: document) == Outcome(elements: [Chunk()])) }
    }

    @Test("Null is none, and the last of several counts")
    func last() throws {
        for (document, type) in [
            (#"{"metadata":null,"chunks":[]}"#, nil), (#"{"metadata":7,"metadata":null,"chunks":[]}"#, nil),
            (#"{"metadata":[],"metadata":{"finalMimeType":"a"},"chunks":[]}"#, "a"),
            (#"{"metadata":{"finalMimeType":"a"},"chunks":[],"metadata":{"finalMimeType":"b"}}"#, "b"),
            (#"{"metadata":{"finalMimeType":"a"},"chunks":[],"metadata":null}"#, nil),
        ] {
            var decoder = ChunkDecoder()
            decoder.push(document.utf8)
            while try decoder.next() != nil {}
            try decoder.finish()
            #expect(decoder.metadata?.finalMIMEType == type, "\(document)")
        }
    }
}
