import ParseModels
import Testing

@testable import ParseOutput

/// Ids that are kept for the next value, and must not be taken for another.
@Suite("Ids that come many times in a row")
struct RepeatedStringTests {
    static let counts = [0, 1, 15, 16, 17, 22, 31, 32, 33, 64]

    @Test("One byte off, anywhere, it is another string", arguments: counts)
    func nearMisses(count: Int) {
        let text = Self.text(count)
        var memory = RepeatedString()
        for place in 0..<count {
            for change in [UInt8(1), 0x20] {
                var other = text
                other[place] ^= change
                for expected in [text, text, other, other, text] {
                    #expect(Self.string(of: expected, from: &memory) == String(decoding: expected, as: UTF8.self))
                }
            }
        }
    }

    @Test("A string that begins or ends like the last one is another")
    func lengths() {
        var memory = RepeatedString()
        let same = [UInt8](repeating: UInt8(ascii: "a"), count: 64)
        for count in Array(0...40) + Array((0...40).reversed()) + Self.counts {
            #expect(Self.string(of: Array(same[..<count]), from: &memory).utf8.count == count)
        }
        for count in Self.counts {
            let text = Self.text(count)
            #expect(Self.string(of: text, from: &memory) == String(decoding: text, as: UTF8.self))
            #expect(Self.string(of: text.reversed(), from: &memory) == String(decoding: text.reversed(), as: UTF8.self))
        }
    }

    @Test("What stands around a string makes no difference")
    func surroundings() {
        var memory = RepeatedString()
        let text = Self.text(20)
        for place in 0...20 {
            let bytes = [UInt8](repeating: UInt8(place), count: place) + text + [UInt8](repeating: 0xFF, count: place)
            let string = InputBuffer(bytes, at: 0).withBytes { memory.string($0, place..<place + 20) }
            #expect(string == String(decoding: text, as: UTF8.self))
        }
    }

    @Test("Words have the ids that are written, however they take turns", arguments: 0..<8)
    func words(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        let ids: [String?] = [
            "block_0123456789abcdef", "block_0123456789abcdeg", "clock_0123456789abcdef", "block_0123456789abcde", "b",
            "",
            "block_0123456789abcdé", "block_\\u00300123456789abcdef", nil,
        ]
        let chosen = (0..<60).map { _ in ids[Int.random(in: 0..<ids.count, using: &generator)] }
        let texts = chosen.map { id in "{\"blockId\":" + (id.map { "\"\($0)\"" } ?? "null") + "}" }
        let document = "{\"chunks\":[],\"ocr\":{\"words\":[\(texts.joined(separator: ","))]}}"
        let expected = chosen.map { OCRElement.word(OCRWord(blockID: $0?.replacing("\\u0030", with: "0"))) }
        #expect(OCRDecoder().outcome(of: document) == Outcome(elements: expected))
        let pieces = Array(document.utf8).pieces(upTo: 50, by: &generator)
        #expect(OCRDecoder().outcome(of: pieces) == Outcome(elements: expected))
    }

    @Test("Two copies of a decoder go on without a thought of each other")
    func copies() throws {
        let start = #"{"chunks":[],"ocr":{"words":[{"blockId":"block_0123456789abcdef"},{"content":"a\n","blockId":"#
        var first = OCRDecoder()
        first.push(start.utf8)
        #expect(try first.next() != nil)
        #expect(try first.next() == nil)
        var second = first
        let ends = ["block_0123456789abcdef", "block_0123456789abcdeX"]
        first.push("\"\(ends[0])\"},{\"content\":\"x\\ty\"}]}}".utf8)
        #expect(try first.next() == .word(OCRWord(content: "a\n", blockID: ends[0])))
        second.push("\"\(ends[1])\"},{\"content\":\"\\u00e9\"}]}}".utf8)
        #expect(try second.next() == .word(OCRWord(content: "a\n", blockID: ends[1])))
        #expect(try first.next() == .word(OCRWord(content: "x\ty")))
        #expect(try second.next() == .word(OCRWord(content: "é")))
        try first.finish()
        try second.finish()
    }

    private static func text(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(0x41 + $0 % 26) } }

    private static func string(of text: [UInt8], from memory: inout RepeatedString) -> String {
        InputBuffer(text, at: 0).withBytes { memory.string($0, 0..<text.count) }
    }
}
