/// The strings of RFC 8259, their bytes as in table 3-7 of the Unicode standard.
extension StrictChecker {
    // string = quotation-mark *char quotation-mark
    mutating func string() throws(StrictFault) -> String {
        var text: [UInt8] = []
        advance(1)
        while true {
            guard let byte = peek(0) else { throw stringFault(.truncated, at: offset) }
            switch byte {
            case UInt8(ascii: "\""):
                advance(1)
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += String(try escape()).utf8
            case 0..<0x20: throw stringFault(.malformed, at: offset)
            default: text += try character(byte)
            }
        }
    }

    /// The bytes of one character that stands for itself.
    private mutating func character(_ lead: UInt8) throws(StrictFault) -> [UInt8] {
        if lead < 0x80 {
            advance(1)
            return [lead]
        }
        let later: [ClosedRange<UInt8>]
        let any: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: later = [any]
        case 0xE0: later = [0xA0...0xBF, any]
        case 0xED: later = [0x80...0x9F, any]
        case 0xE1...0xEF: later = [any, any]
        case 0xF0: later = [0x90...0xBF, any, any]
        case 0xF1...0xF3: later = [any, any, any]
        case 0xF4: later = [0x80...0x8F, any, any]
        default: throw stringFault(.invalidUTF8, at: offset)
        }
        var text = [lead]
        for range in later {
            guard let byte = peek(text.count) else { throw stringFault(.truncated, at: offset + text.count) }
            guard range.contains(byte) else { throw stringFault(.invalidUTF8, at: offset) }
            text.append(byte)
        }
        advance(text.count)
        return text
    }

    /// escape, with what the standard leaves open decided: half a surrogate pair is refused.
    private mutating func escape() throws(StrictFault) -> Unicode.Scalar {
        let start = offset
        let letters: [UInt8: UInt8] = [
            0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
        ]
        guard let letter = peek(1) else { throw stringFault(.truncated, at: start + 1) }
        if let meaning = letters[letter] {
            advance(2)
            return Unicode.Scalar(meaning)
        }
        guard letter == UInt8(ascii: "u") else { throw stringFault(.malformed, at: start + 1) }
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00 else { throw stringFault(.loneSurrogate, at: start) }
        for (index, wanted) in "\\u".utf8.enumerated() {
            guard let byte = peek(index) else { throw stringFault(.truncated, at: offset + index) }
            guard byte == wanted else { throw stringFault(.loneSurrogate, at: start) }
        }
        let second = try unit()
        guard (0xDC00...0xDFFF).contains(second) else { throw stringFault(.loneSurrogate, at: start) }
        let value = 0x1_0000 + (first - 0xD800) * 0x400 + (second - 0xDC00)
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    // \uXXXX
    private mutating func unit() throws(StrictFault) -> UInt32 {
        var value: UInt32 = 0
        for index in 2..<6 {
            guard let byte = peek(index) else { throw stringFault(.truncated, at: offset + index) }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw stringFault(.malformed, at: offset + index)
            }
            value = value * 16 + UInt32(digit)
        }
        advance(6)
        return value
    }

    private func stringFault(_ reason: StrictFault.Reason, at offset: Int) -> StrictFault {
        StrictFault(reason: reason, offset: offset, token: .string)
    }
}
