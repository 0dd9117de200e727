/// Checks one number across any cut; it ends before the first byte that cannot belong to it.
struct NumberScanner: Sendable {
    private var state = State.start

    private enum State {
        case start, minus, zero, integer, point, fraction, exponentLetter, exponentSign, exponent
    }

    /// Goes on with the number.
    ///
    /// - Returns: whether it ended, with `index` at the byte behind it; otherwise `index` is `end`.
    mutating func scan(
        _ bytes: PaddedBytes,
        from index: inout Int,
        to end: Int,
        base: Int64
    ) throws(JSONFault) -> Bool {
        while index < end {
            if isAmongDigits {
                index = min(index &+ DigitRun(bytes, at: index).count, end)
                guard index < end else { return false }
                if bytes[index].isDigit { continue }
            }
            guard try take(bytes[index], at: base + Int64(index)) else { return true }
            index &+= 1
        }
        return false
    }

    /// Whether any number of digits may follow.
    private var isAmongDigits: Bool { state == .integer || state == .fraction || state == .exponent }

    /// Takes a byte.
    ///
    /// - Returns: whether it belongs to the number.
    private mutating func take(_ byte: UInt8, at offset: Int64) throws(JSONFault) -> Bool {
        let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        switch state {
        case .integer where isDigit, .fraction where isDigit, .exponent where isDigit:
            return true
        case .start where byte == UInt8(ascii: "-"):
            state = .minus
        case .start where isDigit, .minus where isDigit:
            state = byte == UInt8(ascii: "0") ? .zero : .integer
        case .zero where byte == UInt8(ascii: "."), .integer where byte == UInt8(ascii: "."):
            state = .point
        case .point where isDigit:
            state = .fraction
        case .zero where byte | 0x20 == UInt8(ascii: "e"),
            .integer where byte | 0x20 == UInt8(ascii: "e"),
            .fraction where byte | 0x20 == UInt8(ascii: "e"):
            state = .exponentLetter
        case .exponentLetter where byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"):
            state = .exponentSign
        case .exponentLetter where isDigit, .exponentSign where isDigit:
            state = .exponent
        case .zero where !isDigit, .integer, .fraction, .exponent:
            return false
        case .zero:
            throw .unexpected(byte, at: offset, expected: "no digit after a leading zero")
        default:
            throw .unexpected(byte, at: offset, expected: "a digit")
        }
        return true
    }
}
