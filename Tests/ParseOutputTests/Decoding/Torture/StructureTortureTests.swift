import ParseModels
import ParseOutput
import Testing

/// White space, brackets and depth.
@Suite("Structure at its edges")
struct StructureTortureTests {
    @Test("White space of every length may stand between tokens, and nothing else", arguments: 0..<4)
    func space(start: Int) {
        let kinds = Array(" \n\r\t".utf8)
        for length in 0...70 {
            let space = (0..<length).map { kinds[(start + $0) % 4] }
            let text = String(decoding: space, as: UTF8.self)
            let tokens = ["", "{", "\"chunks\"", ":", "[", "{", "\"content\"", ":", "\"c\"", "}", "]", "}", ""]
            let document = tokens.joined(separator: text)
            let outcome = ChunkDecoder().outcome(of: document)
            if outcome != Outcome(elements: [Chunk(content: "c")]) { Issue.record("\(length): \(outcome)") }
            for bad: UInt8 in [0x00, 0x0B, 0x0C, 0x1F, 0x21, 0x85, 0xA0, 0xEF] where start == 0 {
                for place in [TorturePlace.content, .skipped] {
                    place.expect(space + [bad] + Array(" 1".utf8), refusedAs: .malformed, at: length)
                }
            }
        }
    }

    @Test("The wrong bracket is refused at every depth", arguments: TorturePlace.all)
    func wrongBracket(place: TorturePlace) {
        for depth in 1...60 {
            for isObject in [false, true] {
                let opening = String(repeating: isObject ? #"{"a":"# : "[", count: depth)
                let wrong = isObject ? "]" : "}"
                place.expect(Array("\(opening)1\(wrong)".utf8), refusedAs: .malformed, at: opening.utf8.count + 1)
                place.expect(Array("\(opening)1,,".utf8), refusedAs: .malformed, at: opening.utf8.count + 2)
            }
        }
    }

    @Test("A value may be as deep as 128 levels from the root, and no deeper", arguments: TorturePlace.all)
    func depth(place: TorturePlace) {
        let around = place.before.utf8.reduce(0) {
            $0 + ([UInt8(ascii: "{"), UInt8(ascii: "[")].contains($1) ? 1 : [UInt8(ascii: "]")].contains($1) ? -1 : 0)
        }
        for isObject in [false, true] where !place.isContent {
            let (opening, closing) = isObject ? (#"{"a":"#, "}") : ("[", "]")
            for depth in 127 - around...129 - around {
                let value = String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth)
                if around + depth <= 128 {
                    place.expect(Array(value.utf8), toBe: "")
                } else {
                    let offset = (128 - around) * opening.utf8.count
                    place.expect(Array(value.utf8), refusedAs: .limitExceeded, at: offset)
                }
            }
        }
    }

    @Test("A limit on depth counts from the root")
    func shallow() {
        let document = #"{"chunks":[{"blocks":[{"polygon":[]}]}]}"#
        for (depth, offset) in [(1, 10), (2, 11), (3, 21), (4, 22), (5, 33)] {
            let limits = DecodingLimits.standard.with { $0.depth = depth }
            for error in [
                ChunkDecoder(limits: limits).outcome(of: document).error,
                BlockDecoder(limits: limits).outcome(of: document).error,
                OCRDecoder(limits: limits).outcome(of: document).error,
            ] {
                #expect(error?.code == .limitExceeded)
                #expect(error?.byteOffset == Int64(offset))
            }
        }
        let enough = DecodingLimits.standard.with { $0.depth = 6 }
        #expect(ChunkDecoder(limits: enough).outcome(of: document).error == nil)
    }

    @Test("What the grammar forbids is refused in every member that is read", arguments: GrammarTests.refused)
    func everyMember(refusal: GrammarTests.Refusal) {
        for start in [
            #"{"chunks":[{"content":"#, #"{"chunks":[{"metadata":{"pageRange":{"start":"#,
            #"{"chunks":[{"blocks":[{"id":"#,
            #"{"chunks":[{"blocks":[{"polygon":[{"x":"#, #"{"chunks":[{"blocks":[{"children":[{"metadata":{"page":"#,
            #"{"chunks":[{"blocks":[{"details":{"type":"#, #"{"metadata":{"pages":[{"dpi":"#,
        ] {
            var closing = ""
            for byte in start.utf8 where byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                closing = (byte == UInt8(ascii: "{") ? "}" : "]") + closing
            }
            let error = ChunkDecoder().outcome(of: start + refusal.value + closing).error
            #expect(error?.code == refusal.code, "\(start)")
            #expect(error?.byteOffset == Int64(start.utf8.count + refusal.offset), "\(start)")
        }
    }
}
