import ParseModels
import ParseOutput
import Testing

@Suite("Slices made by hand")
struct SliceMakingTests {
    private let text = #"{"content":"a","type":"section","metadata":{"pageRange":{"start":2,"end":3}}}"#

    @Test("A stored slice is a slice again")
    func stored() throws {
        var decoder = ChunkSliceDecoder()
        decoder.push("{\"chunks\":[\(text)]}".utf8)
        let found = try #require(try decoder.next())
        let made = try ChunkSlice(bytes: found.bytes, index: found.index)
        #expect(made.type == .section)
        #expect(made.pageRange == PageRange(start: 2, end: 3))
        #expect(try made.decoded() == found.decoded())
        #expect(made.byteOffset == 0)
        #expect(decoder.chunkCount == 1)
    }

    @Test("Slices are equal where they are the same bytes at the same place")
    func equality() throws {
        let slice = try ChunkSlice(bytes: Array(text.utf8))
        #expect(try slice == ChunkSlice(bytes: Array(text.utf8), limits: DecodingLimits(depth: 9)))
        #expect(try slice != ChunkSlice(bytes: Array(text.utf8), index: 1))
        #expect(Set([slice, slice]).count == 1)
    }

    @Test(
        "What is not one chunk is refused",
        arguments: ["", "1", "null", "{", "{},{}", "{}]}", "[]", " {}", #"{"type":5}"#])
    func refused(text: String) {
        #expect(throws: OutputDecodingError.self) { try ChunkSlice(bytes: Array(text.utf8)) }
    }
}
