/// Checks one string, from behind its opening quote, across any cut.
struct StringScanner: Sendable {
    /// The name the string spells, where one is wanted.
    private(set) var key: MemberKey?

    private var state = State.plain
    private var utf8 = UTF8Checker()
    private var surrogates = SurrogatePairing()

    private enum State {
        case plain
        case character
        case escape
        case hex(digits: UInt8, unit: UInt16)
        case lowBackslash
        case lowLetter
    }

    /// Begins a string.
    ///
    /// - Parameter collectingKey: whether the string is a member's name that will be asked for.
    init(collectingKey: Bool) {
        key = collectingKey ? MemberKey() : nil
    }

    /// Goes on with the string.
    ///
    /// - Returns: whether it ended, with `index` behind its closing quote; otherwise `index` is `end`.
    mutating func scan(
        _ bytes: PaddedBytes,
        from index: inout Int,
        to end: Int,
        base: Int64
    ) throws(JSONFault) -> Bool {
        // Once a stretch of text has a fault in it, it is looked for byte by byte.
        var isSound = key == nil
        while index < end {
            if case .plain = state {
                let run = index
                index = min(bytes.endOfASCIIRun(from: run), end)
                if key != nil { for place in run..<index { key?.append(bytes[place]) } }
                guard index < end else { return false }
                if bytes[index] >= 0x80, isSound {
                    let text = index..<bytes.endOfWholeCharacters(from: index, to: end)
                    isSound = bytes.isUTF8(text)
                    if isSound, !text.isEmpty {
                        index = text.upperBound
                        continue
                    }
                }
                if bytes[index] == UInt8(ascii: "\"") {
                    index &+= 1
                    return true
                }
            }
            try take(bytes[index], at: base + Int64(index))
            index &+= 1
        }
        return false
    }

    private mutating func take(_ byte: UInt8, at offset: Int64) throws(JSONFault) {
        switch state {
        case .plain:
            if byte == UInt8(ascii: "\\") {
                state = .escape
                surrogates.escapeBegins(at: offset)
            } else if byte >= 0x80 {
                guard utf8.begin(byte) else { throw .invalidUTF8(at: offset) }
                key?.append(byte)
                state = .character
            } else {
                throw .controlCharacter(byte, at: offset)
            }
        case .character:
            guard utf8.take(byte) else { throw .invalidUTF8(at: offset - Int64(utf8.taken)) }
            key?.append(byte)
            if utf8.missing == 0 { state = .plain }
        case .escape:
            if byte == UInt8(ascii: "u") {
                state = .hex(digits: 0, unit: 0)
            } else if let character = JSONEscape.character(byte) {
                key?.append(character)
                state = .plain
            } else {
                throw .unexpected(byte, at: offset, expected: JSONEscape.expectation)
            }
        case .hex(let digits, let unit):
            guard let digit = JSONEscape.hexDigit(byte) else {
                throw .unexpected(byte, at: offset, expected: JSONEscape.hexExpectation)
            }
            let unit = unit &<< 4 | UInt16(digit)
            if digits < 3 {
                state = .hex(digits: digits + 1, unit: unit)
            } else if let scalar = try surrogates.take(unit) {
                key?.append(scalar)
                state = .plain
            } else {
                state = .lowBackslash
            }
        case .lowBackslash:
            guard byte == UInt8(ascii: "\\") else { throw surrogates.lone }
            state = .lowLetter
        case .lowLetter:
            guard byte == UInt8(ascii: "u") else { throw surrogates.lone }
            state = .hex(digits: 0, unit: 0)
        }
    }
}
