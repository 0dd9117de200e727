/// Takes the characters of a string as they are read.
protocol StringSink {
    /// Takes characters that stand for themselves.
    mutating func append(_ characters: ArraySlice<UInt8>)

    /// Takes a character that an escape stands for.
    mutating func append(_ scalar: Unicode.Scalar)
}

extension [UInt8]: StringSink {
    mutating func append(_ characters: ArraySlice<UInt8>) {
        append(contentsOf: characters)
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        UTF8.encode(scalar).map { append(contentsOf: $0) }
    }
}

extension MemberKey: StringSink {
    mutating func append(_ characters: ArraySlice<UInt8>) {
        for byte in characters { append(byte) }
    }
}

/// Forgets the characters of a string that is only checked.
struct IgnoredString: StringSink {
    mutating func append(_ characters: ArraySlice<UInt8>) {}
    mutating func append(_ scalar: Unicode.Scalar) {}
}

extension JSONReader {
    /// Reads a string.
    mutating func readString() throws(JSONFault) -> String {
        try expect(.string)
        let start = position + 1
        let stop = endOfPlainRun(from: start)
        if stop < end, bytes[stop] == UInt8(ascii: "\"") {
            position = stop + 1
            return String(decoding: bytes[start..<stop], as: UTF8.self)
        }
        var text = scratch
        scratch = []
        text.removeAll(keepingCapacity: true)
        defer { scratch = text }
        try takeString(into: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads a member's name, at its opening quote.
    mutating func readKey() throws(JSONFault) -> MemberKey {
        var key = MemberKey()
        let start = position + 1
        let stop = endOfPlainRun(from: start)
        if stop < end, bytes[stop] == UInt8(ascii: "\"") {
            for index in start..<stop { key.append(bytes[index]) }
            position = stop + 1
        } else {
            try takeString(into: &key)
        }
        return key
    }

    /// Checks a string, at its opening quote.
    mutating func skipString() throws(JSONFault) {
        var ignored = IgnoredString()
        try takeString(into: &ignored)
    }

    private mutating func takeString(into sink: inout some StringSink) throws(JSONFault) {
        position += 1
        while true {
            let start = position
            position = endOfPlainRun(from: start)
            sink.append(bytes[start..<position])
            guard position < end else { throw truncated }
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"):
                sink.append(try takeEscape())
            case 0x80...:
                sink.append(try takeCharacter(byte))
            default:
                throw .controlCharacter(byte, at: offset(of: position))
            }
        }
    }

    /// The end of a run of ASCII characters that stand for themselves.
    private func endOfPlainRun(from start: Int) -> Int {
        let bytes = bytes.span
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 || byte >= 0x80 { break }
            index &+= 1
        }
        return index
    }

    /// Takes a multi-byte character.
    private mutating func takeCharacter(_ lead: UInt8) throws(JSONFault) -> ArraySlice<UInt8> {
        let start = position
        var utf8 = UTF8Checker()
        var isValid = utf8.begin(lead)
        position += 1
        while isValid, utf8.missing > 0 {
            guard position < end else { throw truncated }
            isValid = utf8.take(bytes[position])
            position += 1
        }
        guard isValid else { throw .invalidUTF8(at: offset(of: start)) }
        return bytes[start..<position]
    }

    /// Takes an escape, or the two that make a surrogate pair.
    private mutating func takeEscape() throws(JSONFault) -> Unicode.Scalar {
        var surrogates = SurrogatePairing()
        surrogates.escapeBegins(at: offset(of: position))
        position += 1
        let letter = try takeByte()
        if let character = JSONEscape.character(letter) { return Unicode.Scalar(character) }
        guard letter == UInt8(ascii: "u") else {
            throw .unexpected(letter, at: offset(of: position - 1), expected: JSONEscape.expectation)
        }
        if let scalar = try surrogates.take(takeUnit()) { return scalar }
        guard try takeByte() == UInt8(ascii: "\\"), try takeByte() == UInt8(ascii: "u") else {
            throw surrogates.lone
        }
        guard let scalar = try surrogates.take(takeUnit()) else { throw surrogates.lone }
        return scalar
    }

    /// Takes four hexadecimal digits.
    private mutating func takeUnit() throws(JSONFault) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            let byte = try takeByte()
            guard let digit = JSONEscape.hexDigit(byte) else {
                throw .unexpected(byte, at: offset(of: position - 1), expected: JSONEscape.hexExpectation)
            }
            unit = unit &<< 4 | UInt16(digit)
        }
        return unit
    }

    private mutating func takeByte() throws(JSONFault) -> UInt8 {
        guard position < end else { throw truncated }
        defer { position += 1 }
        return bytes[position]
    }
}
