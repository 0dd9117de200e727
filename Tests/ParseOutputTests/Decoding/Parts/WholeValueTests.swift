import Testing

@testable import ParseOutput

/// Values that are passed in one step, held against the reader that passes them part by part.
@Suite("Values that lie whole among the bytes")
struct WholeValueTests {
    @Test("They end where the reader ends, at every place", arguments: Self.values)
    func wellFormed(value: String) throws {
        for before in stride(from: 0, through: 33, by: 3) {
            let start = Array((String(repeating: " ", count: before)).utf8)
            let bytes = start + Array(value.utf8) + Array(",1]".utf8)
            #expect(Self.end(in: bytes, at: before) == before + value.utf8.count)
            #expect(Self.readEnd(in: bytes, at: before) == before + value.utf8.count)
        }
    }

    @Test("Cut short anywhere they have no end", arguments: Self.values)
    func cutShort(value: String) {
        let bytes = Array(value.utf8)
        let last = "-0123456789".contains(value.last ?? "x") ? bytes.count : bytes.count - 1
        for count in 1...max(last, 1) where count <= last {
            #expect(Self.end(in: Array(bytes[..<count]), at: 0) == nil, "\(count) bytes of \(value)")
        }
    }

    static let values = [
        "{}", "[]", "[[]]", #"{"a":{}}"#, #"{"a":[],"b":null}"#, "[1,-2.5,0,-0,true,false,null]",
        #"[ {"a" : 1 } , [ ] ]"#,
        "[\n\t1,\r\n 2 ]", #""""#, #""a""#, #""\"\\\/\b\f\n\r\t""#, #""\u00e9\uD83D\uDE00\u0000""#, #""é漢😀]}""#,
        "1e5", "-1.5E-3", "[1e0]", "12345678", "[0.12345678901234567890]",
        #"["]}",{"[{":"\"]"}]"#, "1", "-12.75", "0.0000001", "1234567", "true", "false", "null",
        #"{"long":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\\xxxxxxxxxxxxxxxx","\u0061":[[[]]]}"#,
    ]

    @Test("Damaged values end where the reader ends, or nowhere", arguments: 0..<20)
    func damaged(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed) &+ 31)
        for value in Self.values {
            for _ in 0..<(usesVectors ? 60 : 10) {
                var bytes = Array(value.utf8)
                for _ in 0...Int.random(in: 0...1, using: &generator) { bytes.mutate(by: &generator) }
                bytes += Array(",1]".utf8)
                let end = Self.end(in: bytes, at: 0)
                let read = Self.readEnd(in: bytes, at: 0)
                guard end != read, end != nil || !Self.mayPass(bytes) else { continue }
                Issue.record("\(String(decoding: bytes, as: UTF8.self)): \(end as Any), not \(read as Any)")
            }
        }
    }

    /// Whether a value that is well-formed may be left to the patient way.
    private static func mayPass(_ bytes: [UInt8]) -> Bool {
        // Space other than spaces before a colon.
        bytes.contains { "\n\t\r".utf8.contains($0) }
    }

    @Test("What is left to the patient way is well-formed all the same", arguments: Self.passed)
    func patient(value: String) {
        let bytes = Array("\(value),".utf8)
        #expect(Self.end(in: bytes, at: 0) == nil)
        #expect(Self.readEnd(in: bytes, at: 0) == value.utf8.count)
    }

    /// A colon behind anything but spaces, and depth.
    static let passed = [
        "{\"a\"\n:1}", "{\"a\"\t:1}", "{\"a\"\r:1}",
        String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
    ]

    @Test("Depth and length are bounds that may be reached")
    func bounds() {
        for depth in 1...64 {
            let bytes = Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
            InputBuffer(bytes, at: 0).withBytes { padded in
                #expect(padded.endOfContainer(at: 0, before: bytes.count, depth: depth) == bytes.count)
                #expect(padded.endOfContainer(at: 0, before: bytes.count, depth: 100) == bytes.count)
                #expect(padded.endOfContainer(at: 0, before: bytes.count, depth: depth - 1) == nil)
                #expect(padded.endOfContainer(at: 0, before: bytes.count - 1, depth: depth) == nil)
            }
        }
    }

    @Test("Strings end where the reader ends, whatever they hold", arguments: 0..<10)
    func strings(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed) &+ 5)
        let parts = [
            #"\""#, #"\\"#, #"\u"#, #"\ud83d"#, #"\ude00"#, "00e9", "é", "漢😀", "x", "xxxxxxxxxxxxxxxxxx", "\"", "\u{1}",
        ]
        for _ in 0..<(usesVectors ? 300 : 25) {
            let text = (0..<8).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
            let bytes = Array("\"\(text)\",".utf8)
            #expect(Self.end(in: bytes, at: 0) == Self.readEnd(in: bytes, at: 0), "\(text)")
        }
    }

    // MARK: Both ways

    private static func end(in bytes: [UInt8], at index: Int) -> Int? {
        InputBuffer(bytes, at: 0).withBytes { padded in
            guard let kind = JSONKind(first: padded[index]) else { return nil }
            let isContainer = kind == .object || kind == .array
            return isContainer
                ? padded.endOfContainer(at: index, before: bytes.count, depth: 100) : padded.endOfToken(kind, at: index)
        }
    }

    private static func readEnd(in bytes: [UInt8], at index: Int) -> Int? {
        InputBuffer(bytes, at: 0).withBytes { padded in
            var reader = JSONReader(padded, at: index, limits: .standard)
            guard (try? reader.skipValue()) != nil else { return nil }
            return reader.position
        }
    }
}
