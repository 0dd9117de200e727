import Testing

@testable import ParseOutput

/// Names compared word by word: only the very name matches.
@Suite("Names compared by words")
struct MemberKeyTests {
    @Test("A name stands where it is written, with its quotes and the colon, and nowhere else")
    func stands() {
        for name in MemberName.all {
            for place in [0, 1, 7, 16] {
                let bytes = [UInt8](repeating: UInt8(ascii: ","), count: place) + name.written
                for after in ["", "1}", "\"\":{", " "] { #expect(Self.stands(name, bytes + Array(after.utf8), place)) }
                #expect(!Self.stands(name, bytes + [0x31], place + 1))
            }
        }
    }

    @Test("One byte off, in any bit and at any place, it is another name")
    func nearMisses() {
        for name in MemberName.all {
            for place in name.written.indices {
                for bit in [0, 1, 5, 7] {
                    var bytes = name.written
                    bytes[place] ^= 1 << UInt8(bit)
                    #expect(!Self.stands(name, bytes + [0x31], 0), "\(bytes) is no \(name.text)")
                }
                // Cut off there, with zeros behind.
                #expect(!Self.stands(name, Array(name.written[..<place]), 0), "\(place) bytes of \(name.text)")
            }
        }
    }

    @Test("A space before the colon, a missing colon or quote and a longer name do not match")
    func otherForms() {
        for name in MemberName.all {
            let text = name.text
            for other in [
                "\"\(text)\" :1", "\"\(text)\"1", "\"\(text):1\"", "\"\(text)x\":1", "\(text)\":1", "\"\"\(text)\":1",
            ] {
                #expect(!Self.stands(name, Array(other.utf8), 0), "\(other)")
            }
        }
    }

    @Test("A key matches its own name and no other")
    func keys() {
        for name in MemberName.all {
            let key = Self.key(name.text)
            for other in MemberName.all { #expect(other.matches(key) == (other.text == name.text)) }
            for place in 0..<name.text.utf8.count {
                for change in [UInt8(1), 0x20, 0x80] {
                    var bytes = Array(name.text.utf8)
                    bytes[place] ^= change
                    #expect(!name.matches(Self.key(bytes)))
                }
            }
            #expect(!name.matches(Self.key(name.text + "x")))
            #expect(!name.matches(Self.key(name.text + "\u{0}")))
            #expect(!name.matches(Self.key(String(name.text.dropLast()))))
        }
    }

    @Test("A key is the same whether taken from bytes as a whole, byte by byte or as a word")
    func keyForms() {
        for name in MemberName.all {
            var appended = MemberKey()
            for byte in name.text.utf8 { appended.append(byte) }
            var scalars = MemberKey()
            for scalar in name.text.unicodeScalars { scalars.append(scalar) }
            for key in [appended, scalars, Self.key(name.text)] {
                #expect(name.matches(key) && key.count == name.text.utf8.count && key.display == name.text)
            }
            guard name.text.utf8.count < 8 else { continue }
            let word = name.text.utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            #expect(name.matches(MemberKey(word: word, count: name.text.utf8.count)))
        }
    }

    @Test("Names longer than any are counted, and match none")
    func longNames() {
        for count in 33...300 {
            let text = String("abcdefghijklmnopqrstuvwxyzABCDEF" + String(repeating: "x", count: count - 32))
            var appended = MemberKey()
            for byte in text.utf8 { appended.append(byte) }
            for key in [appended, Self.key(text)] {
                #expect(key.count == count && key.display == "?")
                #expect(!MemberName.all.contains { $0.matches(key) })
            }
        }
    }

    private static func stands(_ name: MemberName, _ bytes: [UInt8], _ index: Int) -> Bool {
        InputBuffer(bytes, at: 0).withBytes { name.stands($0, index) }
    }

    private static func key(_ text: String) -> MemberKey { key(Array(text.utf8)) }

    private static func key(_ name: [UInt8]) -> MemberKey {
        // Between other bytes, which must not get in.
        let bytes = [0xFF] + name + [0xFF, 0xFF]
        return InputBuffer(bytes, at: 0).withBytes { MemberKey($0, 1..<1 + name.count) }
    }
}
