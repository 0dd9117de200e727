extension JSONReader {
    /// Reads a number as the double next to it.
    mutating func readDouble() throws(JSONFault) -> Double {
        try expect(.number)
        let number = try takeNumber()
        return try double(number)
    }

    /// Reads a whole number, which may be written with a fraction of zeros or an exponent.
    mutating func readInt() throws(JSONFault) -> Int {
        try expect(.number)
        let number = try takeNumber()
        if let whole = number.whole(as: Int.self) { return whole }
        // With more digits than a word holds, only zeros behind the point leave no doubt.
        let value = try double(number)
        guard value.magnitude < 0x1p53, let whole = Int(exactly: value) else {
            let offset = offset(of: number.range.lowerBound)
            throw JSONFault(.numberOutOfRange, at: offset, "The number is not whole or does not fit an integer.")
        }
        return whole
    }

    /// The double next to a number.
    func double(_ number: JSONNumber) throws(JSONFault) -> Double {
        if let value = number.shortDouble { return value }
        let text = String(decoding: bytes[number.range], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            let offset = offset(of: number.range.lowerBound)
            throw JSONFault(.numberOutOfRange, at: offset, "The number is too large for a double.")
        }
        return value
    }

    /// Takes a number, at its first byte.
    mutating func takeNumber() throws(JSONFault) -> JSONNumber {
        var number = JSONNumber(range: position..<position)
        if bytes[position] == UInt8(ascii: "-") {
            number.isNegative = true
            position += 1
        }
        if try requireDigit() == 0 {
            position += 1
            if let digit = nextDigit {
                let byte = digit + UInt8(ascii: "0")
                throw .unexpected(byte, at: offset(of: position), expected: "no digit after a leading zero")
            }
        } else {
            takeDigits { number.take(digit: $0, isFraction: false) }
        }
        if position < end, bytes[position] == UInt8(ascii: ".") {
            position += 1
            _ = try requireDigit()
            takeDigits { number.take(digit: $0, isFraction: true) }
        }
        if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
            number.scale(by: try takeExponent())
        }
        number.range = number.range.lowerBound..<position
        return number
    }

    private mutating func takeExponent() throws(JSONFault) -> Int {
        position += 1
        var isNegative = false
        if position < end, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
            isNegative = bytes[position] == UInt8(ascii: "-")
            position += 1
        }
        _ = try requireDigit()
        var exponent = 0
        // Anything beyond this is far out of range, and must not overflow.
        takeDigits { exponent = min(exponent * 10 + Int($0), 1_000_000) }
        return isNegative ? -exponent : exponent
    }

    private var nextDigit: UInt8? {
        guard position < end else { return nil }
        let digit = bytes[position] &- UInt8(ascii: "0")
        return digit < 10 ? digit : nil
    }

    private func requireDigit() throws(JSONFault) -> UInt8 {
        guard position < end else { throw truncated }
        guard let digit = nextDigit else {
            throw .unexpected(bytes[position], at: offset(of: position), expected: "a digit")
        }
        return digit
    }

    private mutating func takeDigits(_ take: (UInt8) -> Void) {
        while let digit = nextDigit {
            take(digit)
            position += 1
        }
    }
}
