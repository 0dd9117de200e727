import ParseModels
import Testing

@testable import ParseOutput

/// Each limit at each of its values: what comes out must not depend on the pieces.
@Suite("Every limit at every value")
struct EveryLimitTests {
    /// Small, as it is decoded byte by byte for each value of each limit.
    static let documents = [
        #"{"chunks":[{"content":"é\n","blocks":[{"id":"b","n":-1.5e3},{"children":[{}]}]},{}],"metadata":{"pages":[]}}"#,
        #"{"metadata":{"dpi":1},"output":{"ocr":{"words":[{"content":"w"},{"confidence":0.25}],"lines":[{}]},"chunks":[]}}"#,
        #"{ "metadata" : { } , "x" : [ 1 , "yz" ] , "chunks" : [ { "type" : "section" , "later" : { "a" : [ ] } } ] }"#,
    ]

    /// Where nothing is optimised, some of the values must do.
    private static let step = usesVectors ? 1 : 3

    @Test("The length of a document", arguments: documents)
    func totalBytes(document: String) {
        for value in stride(from: 0, through: document.utf8.count + 1, by: Self.step) {
            expectSame(document, .standard.with { $0.totalBytes = Int64(value) })
        }
    }

    @Test("The length of an element", arguments: documents)
    func elementBytes(document: String) {
        for value in stride(from: 0, through: 90, by: Self.step) {
            expectSame(document, .standard.with { $0.elementBytes = value })
        }
    }

    @Test("The lengths of strings and numbers, the members of objects and the depth", arguments: documents)
    func parts(document: String) {
        for value in 0...12 {
            expectSame(document, .standard.with { $0.stringBytes = value })
            expectSame(document, .standard.with { $0.numberBytes = value })
            expectSame(document, .standard.with { $0.membersPerObject = value })
            expectSame(document, .standard.with { $0.depth = value })
        }
    }

    @Test("Two limits at once", arguments: documents)
    func both(document: String) {
        var generator = SeededGenerator(state: 3)
        for _ in 0..<(usesVectors ? 60 : 20) {
            expectSame(
                document,
                .standard.with {
                    $0.totalBytes = .random(in: 0...Int64(document.utf8.count), using: &generator)
                    $0.elementBytes = .random(in: 0...60, using: &generator)
                    $0.stringBytes = .random(in: 0...20, using: &generator)
                })
        }
    }

    private func expectSame(_ document: String, _ limits: DecodingLimits) {
        let bytes = Array(document.utf8)
        expectSame(ChunkDecoder(limits: limits), bytes, limits)
        expectSame(BlockDecoder(limits: limits), bytes, limits)
        expectSame(OCRDecoder(limits: limits), bytes, limits)
        expectSame(ChunkSliceDecoder(limits: limits), bytes, limits)
    }

    private func expectSame<Decoder: IncrementalDecoder>(
        _ decoder: Decoder,
        _ bytes: [UInt8],
        _ limits: DecodingLimits
    ) where Decoder.Element: Hashable {
        let whole = decoder.outcome(of: bytes)
        for length in [1, 13] {
            let pieces = stride(from: 0, to: bytes.count, by: length).map { bytes[$0..<min($0 + length, bytes.count)] }
            let inPieces = decoder.outcome(of: pieces)
            guard inPieces != whole else { continue }
            Issue.record("\(Decoder.self) in pieces of \(length): \(inPieces), whole: \(whole), with \(limits)")
        }
    }
}
