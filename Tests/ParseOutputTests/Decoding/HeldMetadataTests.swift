import ParseModels
import ParseOutput
import Testing

/// Metadata that come before anything tells whether the root is an output or a run are held until something does.
@Suite("Metadata before chunks")
struct HeldMetadataTests {
    @Test(
        "Metadata of the wrong type are a mismatch where they stand, however the document is cut",
        arguments: [#""""#, "0", "[]", "true", #""x" "#, "1e5 "], [#""chunks":[]"#, #""ocr":null,"chunks":[{}]"#]
    )
    func wrongType(value: String, rest: String) {
        let bytes = Array(#"{"metadata":\#(value),\#(rest)}"#.utf8)
        for length in 1...bytes.count {
            for error in [error(of: ChunkDecoder(), bytes, length), error(of: ChunkSliceDecoder(), bytes, length)] {
                #expect(error?.code == .typeMismatch && error?.byteOffset == 12 && error?.path == "metadata")
            }
        }
    }

    @Test("What follows well-formed metadata is judged by itself")
    func malformed() {
        let bytes = Array(#"{"metadata":"x"y,"chunks":[]}"#.utf8)
        let error = error(of: ChunkDecoder(), bytes, bytes.count)
        #expect(error?.code == .malformed && error?.byteOffset == 15)
    }

    @Test("Metadata over the limit are not kept, however the document is cut")
    func tooLarge() {
        let bytes = Array(#"{"chunks":[],"metadata":{"finalMimeType":"\#(String(repeating: "x", count: 80))"}}"#.utf8)
        for length in 1...bytes.count {
            var decoder = ChunkDecoder(limits: DecodingLimits(elementBytes: 64))
            let error = #expect(throws: OutputDecodingError.self) {
                for start in stride(from: 0, to: bytes.count, by: length) {
                    decoder.push(bytes[start..<min(bytes.count, start + length)])
                    while try decoder.next() != nil {}
                }
            }
            #expect(error?.code == .limitExceeded && decoder.metadata == nil)
        }
    }

    /// The error, which must be thrown again to whoever asks again.
    private func error(
        of decoder: some IncrementalDecoder,
        _ bytes: [UInt8],
        _ length: Int
    ) -> OutputDecodingError? {
        var decoder = decoder
        do throws(OutputDecodingError) {
            for start in stride(from: 0, to: bytes.count, by: length) {
                decoder.push(bytes[start..<min(bytes.count, start + length)])
                while try decoder.next() != nil {}
            }
            try decoder.finish()
            return nil
        } catch {
            #expect(throws: error) { try decoder.finish() }
            return error
        }
    }
}
