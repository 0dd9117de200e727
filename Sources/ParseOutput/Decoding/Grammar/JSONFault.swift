/// What is wrong with the bytes at one place; the decoder adds the path to make an ``OutputDecodingError`` of it.
struct JSONFault: Error, Hashable {
    let code: OutputDecodingError.Code
    let message: String

    /// The place, counted from the document's first byte.
    let offset: Int64

    init(_ code: OutputDecodingError.Code, at offset: Int64, _ message: String) {
        self.code = code
        self.message = message
        self.offset = offset
    }

    /// A byte that cannot stand where it stands.
    static func unexpected(_ byte: UInt8, at offset: Int64, expected: String) -> JSONFault {
        JSONFault(.malformed, at: offset, "Expected \(expected), found \(name(of: byte)).")
    }

    /// A lead or continuation byte that no UTF-8 has there.
    static func invalidUTF8(at offset: Int64) -> JSONFault {
        JSONFault(.invalidUTF8, at: offset, "The bytes of a string are not UTF-8.")
    }

    /// Half a surrogate pair.
    static func loneSurrogate(at offset: Int64) -> JSONFault {
        JSONFault(.loneSurrogate, at: offset, "A \\u escape holds half a surrogate pair, which is no character.")
    }

    /// A byte below U+0020 inside a string.
    static func controlCharacter(_ byte: UInt8, at offset: Int64) -> JSONFault {
        JSONFault(.malformed, at: offset, "A string holds the control character \(name(of: byte)) unescaped.")
    }

    /// A value of another type than its place asks for.
    static func typeMismatch(expected: String, found kind: JSONKind, at offset: Int64) -> JSONFault {
        JSONFault(.typeMismatch, at: offset, "Expected \(expected), found \(kind.name).")
    }

    /// A limit that was exceeded.
    static func limit(_ name: String, of value: Int64, exceededBy what: String, at offset: Int64) -> JSONFault {
        JSONFault(.limitExceeded, at: offset, "\(what) exceeds DecodingLimits.\(name), which is \(value).")
    }

    /// A printable ASCII character in quotes, any other byte in hexadecimal.
    private static func name(of byte: UInt8) -> String {
        guard (0x21...0x7E).contains(byte) else {
            let digits = String(byte, radix: 16, uppercase: true)
            return "the byte 0x" + (digits.count == 1 ? "0" + digits : digits)
        }
        return "'\(Character(Unicode.Scalar(byte)))'"
    }
}
