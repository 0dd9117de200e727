import Foundation
import ParseModels
import Testing

@testable import ParseOutput

/// Objects whose members come as the API writes them and in any other way, held against `JSONDecoder`.
@Suite("Members as they come")
struct MemberOrderTests {
    @Test("Blocks", arguments: 0..<12)
    func block(seed: Int) throws { try expectSame(Block.self, Self.block, seed) }

    @Test("The metadata of blocks", arguments: 0..<12)
    func blockMetadata(seed: Int) throws { try expectSame(BlockMetadata.self, Self.blockMetadata, seed) }

    @Test("Points", arguments: 0..<12)
    func point(seed: Int) throws { try expectSame(Point.self, [("x", "1.5", "-2"), ("y", "3e0", "0.25")], seed) }

    @Test("References to pages", arguments: 0..<12)
    func pageReference(seed: Int) throws {
        let members = [("number", "7", "1.0"), ("width", "612.5", "null"), ("height", "null", "792")]
        try expectSame(PageReference.self, members, seed)
    }

    @Test("Words", arguments: 0..<12)
    func word(seed: Int) throws { try expectSame(OCRWord.self, Self.word, seed) }

    /// A name, its value, and another value it may have.
    typealias Member = (name: String, value: String, other: String)

    static let block: [Member] = [
        ("object", "\"block\"", "{\"id\":\"no\"}"), ("id", "\"b\"", "\"\\u0062b\""),
        ("type", "\"table\"", "\"heading\""),
        ("parentBlockId", "\"block_0123456789abcdef\"", "null"), ("content", "\"# é\\n\"", "\"\""),
        ("details", #"{"type":"table_details","rowCount":2}"#, "{}"),
        ("metadata", #"{"page":{"number":1},"layoutClass":"Text"}"#, #"{"minOcrConfidence":1}"#),
        ("polygon", #"[{"x":1,"y":2},{"y":4,"x":3}]"#, "[]"), ("boundingBox", #"{"left":1,"bottom":2}"#, #"{"top":3}"#),
        ("children", #"[{"id":"c","children":[{}]},{}]"#, "null"),
    ]

    static let blockMetadata: [Member] = [
        ("page", #"{"number":3,"width":1}"#, "null"), ("sheet", #"{"index":1,"name":"S"}"#, "{}"),
        ("layoutClass", "\"Title\"", "null"), ("minOcrConfidence", "0.5", "1"), ("avgOcrConfidence", "0.75", "null"),
        ("textDirection", "\"rtl\"", "\"later\""),
    ]

    static let word: [Member] = [
        ("content", "\"w\"", "\"漢\""), ("boundingBox", #"{"right":3,"left":1}"#, "{}"), ("confidence", "0.991", "null"),
        ("pageNumber", "4", "5.0"), ("blockId", "\"block_0123456789abcdef\"", "\"b\""), ("rotation", "90", "-0.5"),
    ]

    // MARK: Writing and comparing

    private func expectSame<Value: JSONReadable & Decodable & Equatable>(
        _ type: Value.Type,
        _ members: [Member],
        _ seed: Int
    ) throws {
        var generator = SeededGenerator(state: UInt64(seed))
        for _ in 0..<4 {
            var order = members
            switch seed % 4 {
            case 0: break
            case 1: order.reverse()
            default: order.shuffle(using: &generator)
            }
            // From the second pair of kinds on, some come twice, in front of where they count.
            let repeated = seed >= 4 ? members.filter { _ in Bool.random(using: &generator) } : []
            let counting = order.map { ($0.name, Bool.random(using: &generator) ? $0.value : $0.other) }
            let before = repeated.shuffled(using: &generator).map { ($0.name, $0.other) }
            let text = write(before + counting, seed, &generator)
            let plain = "{" + counting.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
            let expected = try JSONDecoder().decode(type, from: Data(plain.utf8))
            #expect(try read(type, text) == expected, "\(text)")
            #expect(try read(type, plain) == expected, "\(plain)")
            guard repeated.isEmpty else { continue }
            #expect(try JSONDecoder().decode(type, from: Data(text.utf8)) == expected, "\(text)")
        }
    }

    private func write(_ members: [(String, String)], _ seed: Int, _ generator: inout SeededGenerator) -> String {
        var parts: [String] = []
        for (name, value) in members {
            let spaces = seed % 3 == 1 ? [" ", "\n", "\t\r", ""] : [""]
            func space() -> String { spaces.randomElement(using: &generator) ?? "" }
            let isEscaped = seed % 5 == 2 && Bool.random(using: &generator)
            let spelled = isEscaped ? escaped(name, &generator) : name
            parts.append("\(space())\"\(spelled)\"\(space()):\(space())\(value)\(space())")
            guard seed % 2 == 1 else { continue }
            parts.append(Self.unknown.randomElement(using: &generator) ?? "\"\":1")
        }
        return "{" + parts.joined(separator: ",") + "}"
    }

    private static let unknown = [
        #""later":1"#, #""":null"#, #""i":{"id":"no"}"#, #""idx":[{"x":1}]"#, #""content ":"no""#, #""Content":"]}""#,
        #""a name of more than thirty-two characters":[[]]"#, #""typ\u0000":true"#, #""xy":-1.5e-3"#,
    ]

    private func escaped(_ name: String, _ generator: inout SeededGenerator) -> String {
        let place = Int.random(in: 0..<name.utf8.count, using: &generator)
        return name.utf8.enumerated().map { index, byte in
            let digits = String(byte, radix: 16, uppercase: index % 2 == 0)
            return index == place ? "\\u00\(digits)" : String(Unicode.Scalar(byte))
        }.joined()
    }

    private func read<Value: JSONReadable>(_ type: Value.Type, _ text: String) throws -> Value {
        try InputBuffer(Array(text.utf8), at: 0).withBytes { bytes in
            var reader = JSONReader(bytes, limits: .standard)
            let value = try Value(from: &reader)
            try reader.finish()
            return value
        }
    }
}
