import Foundation
import ParseModels
import Testing

@testable import ParseOutput

/// Documents damaged at random places, by seed.
@Suite("Damaged documents")
struct MutationTests {
    @Test(
        "A damaged document gives the same in single bytes, and what JSONDecoder gives where both take it",
        arguments: 0..<80)
    func damaged(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed) &* 1_000_003)
        for _ in 0..<40 {
            let fixtures = DecodingFixtures.outputs + DecodingFixtures.bad
            let fixture = fixtures[Int.random(in: 0..<fixtures.count, using: &generator)]
            var bytes = fixture.bytes
            for _ in 0...Int.random(in: 0...1, using: &generator) { bytes.mutate(by: &generator) }
            let pieces = bytes.pieces(upTo: 3, by: &generator)
            let whole = ChunkDecoder().outcome(of: bytes)
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(ChunkDecoder().outcome(of: pieces) == whole, "\(text)")
            #expect(BlockDecoder().outcome(of: pieces) == BlockDecoder().outcome(of: bytes), "\(text)")
            #expect(OCRDecoder().outcome(of: pieces) == OCRDecoder().outcome(of: bytes), "\(text)")
            compareWithCodable(whole, bytes)
        }
    }

    /// Where both take a document, they make the same of it.
    ///
    /// The exceptions: JSONDecoder does not look into strings and numbers it does not decode, takes the first of several
    /// members with one name, and refuses a number that is too small for a double instead of rounding it to zero.
    private func compareWithCodable(_ outcome: Outcome<Chunk>, _ bytes: [UInt8]) {
        struct Output: Decodable {
            let chunks: [Chunk]
            let metadata: OutputMetadata?
        }
        let expected = try? JSONDecoder().decode(Output.self, from: Data(bytes))
        let text = String(decoding: bytes, as: UTF8.self)
        switch (outcome.error, expected) {
        case (nil, let expected?):
            #expect(outcome.elements == expected.chunks || RepeatedMembers.areIn(bytes), "\(text)")
        case (nil, nil):
            #expect(text.contains("e-3") || RepeatedMembers.areIn(bytes), "only JSONDecoder refuses: \(text)")
        case (let error?, .some):
            let isInString = ["not UTF-8", "surrogate", "control character", "after a backslash", "hexadecimal"]
                .contains(where: error.message.contains)
            let isSkipped = !["chunks", "ocr", "metadata"].contains { error.path.hasPrefix($0) } && !error.path.isEmpty
            #expect(
                isInString || isSkipped || RepeatedMembers.areIn(bytes), "only ChunkDecoder refuses: \(error) \(text)")
        case (.some, nil):
            break
        }
    }
}
