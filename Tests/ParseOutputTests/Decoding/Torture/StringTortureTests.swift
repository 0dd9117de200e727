import ParseOutput
import Testing

/// What matters in a string, at every distance from its start: whoever looks at many bytes at once must see each.
@Suite("Strings at every offset")
struct StringTortureTests {
    static let offsets = 0...80

    @Test("Whatever a string may hold is read rightly at every offset", arguments: TorturePlace.all)
    func accepted(place: TorturePlace) {
        let parts: [(written: String, text: String)] = [
            ("", ""), (#"\n"#, "\n"), (#"\""#, "\""), (#"\\"#, "\\"), (#"\/"#, "/"), (#"\u0041"#, "A"),
            (#"\u0000"#, "\0"), (#"\ud83d\uDE00"#, "😀"), ("\u{7F}", "\u{7F}"), ("é", "é"), ("漢", "漢"), ("😀", "😀"),
            ("{[\u{2028}:,]}", "{[\u{2028}:,]}"),
        ]
        for part in parts {
            for offset in Self.offsets {
                let tail = offset % 3 == 0 ? 40 : offset % 3
                let content = [UInt8].padding(offset) + Array(part.written.utf8) + .padding(tail)
                let text = String(repeating: "x", count: offset) + part.text + String(repeating: "x", count: tail)
                place.expect(.quoted(content), toBe: text)
            }
        }
    }

    @Test("Whatever a string may not hold is refused at every offset", arguments: TorturePlace.all)
    func refused(place: TorturePlace) {
        let parts: [(bytes: [UInt8], code: OutputDecodingError.Code, offset: Int)] = [
            ([0], .malformed, 0), ([0x1F], .malformed, 0), ([0x0A], .malformed, 0), (Array(#"\x"#.utf8), .malformed, 1),
            (Array(#"\u00g0"#.utf8), .malformed, 4), (Array(#"\ud800"#.utf8), .loneSurrogate, 0),
            (Array(#"\udc00"#.utf8), .loneSurrogate, 0), (Array(#"\ud800\n"#.utf8), .loneSurrogate, 0),
            (Array(#"\ud800\u0041"#.utf8), .loneSurrogate, 0), ([0x80], .invalidUTF8, 0), ([0xBF], .invalidUTF8, 0),
            ([0xC0, 0x80], .invalidUTF8, 0), ([0xC3], .invalidUTF8, 0), ([0xE0, 0x9F, 0xBF], .invalidUTF8, 0),
            ([0xED, 0xA0, 0x80], .invalidUTF8, 0), ([0xE2, 0x82], .invalidUTF8, 0), ([0xFF], .invalidUTF8, 0),
            ([0xF0, 0x8F, 0xBF, 0xBF], .invalidUTF8, 0), ([0xF4, 0x90, 0x80, 0x80], .invalidUTF8, 0),
            ([0xF0, 0x9F, 0x98], .invalidUTF8, 0),
        ]
        for part in parts {
            for offset in Self.offsets {
                let content = [UInt8].padding(offset) + part.bytes + .padding(offset % 3 == 0 ? 40 : offset % 3)
                place.expect(.quoted(content), refusedAs: part.code, at: 1 + offset + part.offset)
            }
        }
    }

    @Test("A quote behind backslashes ends a string where their number is even", arguments: TorturePlace.all)
    func backslashes(place: TorturePlace) {
        for count in 0...18 {
            for offset in 0...66 {
                let run = [UInt8](repeating: UInt8(ascii: "\\"), count: count)
                let text = String(repeating: "x", count: offset) + String(repeating: "\\", count: count / 2)
                let content = [UInt8].padding(offset) + run
                // With an odd number the quote belongs to the string, and a second one ends it.
                if count % 2 == 0 {
                    place.expect(.quoted(content), toBe: text)
                } else {
                    place.expect(.quoted(content + Array("\"".utf8)), toBe: text + "\"")
                }
            }
        }
    }

    @Test("A string that does not end is cut short at every length", arguments: TorturePlace.all)
    func truncated(place: TorturePlace) {
        for tail in ["", "\\", "\\u", "\\u00", "\\ud83d", "\\ud83d\\", "\\ud83d\\ude0"] {
            for length in Self.offsets {
                let bytes = Array(place.before.utf8) + Array("\"".utf8) + .padding(length) + Array(tail.utf8)
                let error = ChunkDecoder().outcome(of: bytes).error
                guard error?.code != .truncated || error?.byteOffset != Int64(bytes.count) else { continue }
                Issue.record("\(place), \(length), \(tail): \(String(describing: error))")
            }
        }
    }
}
