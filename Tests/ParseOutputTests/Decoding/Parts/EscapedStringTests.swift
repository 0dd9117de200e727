import Testing

@testable import ParseOutput

/// Strings put together of everything a string may hold, in random order, and with one thing it may not.
@Suite("Strings with escapes")
struct EscapedStringTests {
    /// What is written and what it means.
    static let parts: [(written: String, meant: String)] = [
        ("a", "a"), ("xxxxxxxxxxxxxxx", "xxxxxxxxxxxxxxx"), ("yyyyyyyyyyyyyyyyy", "yyyyyyyyyyyyyyyyy"), ("é", "é"),
        ("漢", "漢"),
        ("😀", "😀"), (#"\""#, "\""), (#"\\"#, "\\"), (#"\/"#, "/"), (#"\n"#, "\n"), (#"\u0041"#, "A"), (#"\u00e9"#, "é"),
        (#"\u20AC"#, "€"), (#"\uD83d\uDe00"#, "😀"), (#"\u0000"#, "\u{0}"), (#"\uffff"#, "\u{FFFF}"),
        ("漢漢漢漢漢漢", "漢漢漢漢漢漢"),
    ]

    @Test("Each is read as what it means", arguments: 0..<16)
    func wellFormed(seed: Int) throws {
        var generator = SeededGenerator(state: UInt64(seed))
        for _ in 0..<(usesVectors ? 200 : 12) {
            // Some longer than the room that is made at first.
            let count =
                Int.random(in: 0...9, using: &generator) == 0 ? 1_500 : Int.random(in: 0...24, using: &generator)
            let parts = (0..<count).map { _ in Self.parts[Int.random(in: 0..<Self.parts.count, using: &generator)] }
            let written = Array("[\"é\",\"\(parts.map(\.written).joined())\"]".utf8)
            let meant = parts.map(\.meant).joined()
            let string = try #require(try? Self.read(written))
            #expect(Array(string.utf8) == Array(meant.utf8))
            // Not taken for ASCII where it is not.
            #expect(string.count == meant.count && string.reversed() == meant.reversed())
        }
    }

    /// What no string may hold, and which of its bytes says so with nothing good behind it.
    static let faults: [(written: [UInt8], code: OutputDecodingError.Code, offset: Int)] = [
        ([0x80], .invalidUTF8, 0), ([0xC3, 0x22], .invalidUTF8, 0), ([0xE6, 0xBC, 0x61], .invalidUTF8, 0),
        ([0xED, 0xA0, 0x80], .invalidUTF8, 0), ([0xF0, 0x9F, 0x98, 0x5C, 0x6E], .invalidUTF8, 0),
        ([0xFF], .invalidUTF8, 0),
        ([0xC0, 0xAF], .invalidUTF8, 0), ([0xF4, 0x90, 0x80, 0x80], .invalidUTF8, 0), ([0x1F], .malformed, 0),
        ([0x00], .malformed, 0), (Array(#"\q"#.utf8), .malformed, 1), (Array(#"\u00g0"#.utf8), .malformed, 4),
        (Array(#"\u:000"#.utf8), .malformed, 2), (Array(#"\u000@"#.utf8), .malformed, 5),
        (Array(#"\ud800x"#.utf8), .loneSurrogate, 0),
        (Array(#"\ude00"#.utf8), .loneSurrogate, 0), (Array(#"\ud83d\n"#.utf8), .loneSurrogate, 0),
        (Array(#"\ud83d\u0041"#.utf8), .loneSurrogate, 0), (Array(#"\uDBFF\uDBFF"#.utf8), .loneSurrogate, 0),
    ]

    @Test("One thing that may not be there is found wherever it stands", arguments: faults.indices)
    func faulty(number: Int) {
        let fault = Self.faults[number]
        var generator = SeededGenerator(state: UInt64(number))
        for length in 0..<(usesVectors ? 80 : 24) {
            let parts = (0..<length).map { _ in
                Self.parts[Int.random(in: 0..<Self.parts.count, using: &generator)].written
            }
            for before in [
                parts.joined(), String(repeating: "x", count: length), String(repeating: "é", count: length),
            ] {
                let start = Array("[\"é\",\"\(before)".utf8)
                let bytes = start + fault.written + Array("\(before)\"]".utf8)
                let found = #expect(throws: JSONFault.self) { try Self.read(bytes) }
                #expect(found?.code == fault.code && found?.offset == Int64(start.count + fault.offset))
                let skipped = #expect(throws: JSONFault.self) { try Self.skip(bytes) }
                #expect(skipped == found)
            }
        }
    }

    /// Reads the second element of an array.
    private static func read(_ bytes: [UInt8]) throws(JSONFault) -> String {
        try InputBuffer(bytes, at: 0).withBytes { (bytes) throws(JSONFault) in
            var reader = JSONReader(bytes, limits: .standard)
            var array = try reader.beginArray()
            _ = try reader.nextElement(in: &array)
            _ = try reader.readString()
            _ = try reader.nextElement(in: &array)
            let string = try reader.readString()
            guard try !reader.nextElement(in: &array) else { throw reader.unexpected("a closing bracket") }
            return string
        }
    }

    private static func skip(_ bytes: [UInt8]) throws(JSONFault) {
        try InputBuffer(bytes, at: 0).withBytes { (bytes) throws(JSONFault) in
            var reader = JSONReader(bytes, limits: .standard)
            try reader.skipValue()
        }
    }
}
