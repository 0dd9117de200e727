import ParseModels
import ParseOutput
import Testing

/// A backslash outside strings is no JSON; where a slice ends must not depend on how its bytes arrive all the same.
@Suite("Backslashes outside strings")
struct StrayBackslashTests {
    @Test(
        "A bracket behind a backslash counts, a quote does not, however the document is cut",
        arguments: [#"\]"#, #"\\]"#, #"\"]"#, #"\[]]"#, #""\"]"\]"#, #"\\"]"]"#]
    )
    func cut(list: String) throws {
        for width in [0, 20, 31, 64, 127, 200] {
            let chunk = Array((#"{"later":["# + String(repeating: " ", count: width) + list + "}").utf8)
            let document = Array(#"{"chunks":["#.utf8) + chunk + Array("]}".utf8)
            for length in [1, 7, 16, 33, 100, document.count] {
                let slices = try slices(of: document, length)
                #expect(slices.map(\.bytes) == [chunk], "\(width) spaces, \(length) bytes at a time")
                let error = #expect(throws: OutputDecodingError.self) { try slices.first?.decoded() }
                #expect(error?.code == .malformed && error?.byteOffset == Int64(21 + width + offset(in: list)))
            }
        }
    }

    /// The place of the first backslash that is in no string.
    private func offset(in list: String) -> Int {
        list.hasPrefix("\"") ? 5 : 0
    }

    private func slices(of document: [UInt8], _ length: Int) throws -> [ChunkSlice] {
        var decoder = ChunkSliceDecoder()
        var slices: [ChunkSlice] = []
        for start in stride(from: 0, to: document.count, by: length) {
            decoder.push(document[start..<min(document.count, start + length)])
            while let slice = try decoder.next() { slices.append(slice) }
        }
        try decoder.finish()
        return slices
    }
}
