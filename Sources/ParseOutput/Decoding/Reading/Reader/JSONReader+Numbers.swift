/// Numbers.
extension JSONReader {
    /// Reads a number as the double next to it.
    @inline(__always)
    mutating func readDouble() throws(JSONFault) -> Double {
        var index = position
        if let number = DecimalNumber(bytes, at: &index), index < end, index &- position <= limits.numberBytes,
            let value = DoubleConversion.double(
                number.significand,
                exponent: 0 &- number.fractionDigits,
                isNegative: number.isNegative
            )
        {
            position = index
            return value
        }
        return try readOtherDouble()
    }

    /// Reads a whole number, which may be written with a fraction of zeros or an exponent.
    @inline(__always)
    mutating func readInt() throws(JSONFault) -> Int {
        var index = position
        let digits = DigitRun(bytes, at: index)
        index &+= digits.count
        // Up to seven digits with nothing more to them; neither the end of the bytes nor a sign is left to this.
        let next = bytes[index]
        let isPlain =
            digits.count != 0 && digits.count != 8 && next != UInt8(ascii: ".") && next | 0x20 != UInt8(ascii: "e")
        let hasLeadingZero = digits.count != 1 && bytes[position] == UInt8(ascii: "0")
        guard isPlain, !hasLeadingZero, index < end, digits.count <= limits.numberBytes else {
            return try readOtherInt()
        }
        position = index
        return Int(digits.value)
    }

    @inline(never)
    private mutating func readOtherDouble() throws(JSONFault) -> Double {
        try double(takeNumber())
    }

    @inline(never)
    private mutating func readOtherInt() throws(JSONFault) -> Int {
        let number = try takeNumber()
        if let whole = number.whole(as: Int.self) { return whole }
        // With more digits than a word holds, only zeros behind the point leave no doubt.
        let value = try double(number)
        guard value.magnitude < 0x1p53, let whole = Int(exactly: value) else {
            throw outOfRange(number, "The number is not whole or does not fit an integer.")
        }
        return whole
    }

    /// The double next to a number.
    mutating func double(_ number: JSONNumber) throws(JSONFault) -> Double {
        if let value = number.double { return value }
        let text = unsafe bytes.withBytes(number.range) { unsafe String(decoding: $0, as: UTF8.self) }
        guard let value = Double(text), value.isFinite else {
            throw outOfRange(number, "The number is too large for a double.")
        }
        return value
    }

    private mutating func outOfRange(_ number: JSONNumber, _ message: String) -> JSONFault {
        unlessMalformed(JSONFault(.numberOutOfRange, at: offset(of: number.range.lowerBound), message))
    }

    /// Checks a number and forgets it.
    mutating func skipNumber() throws(JSONFault) {
        var index = position
        guard DecimalNumber(bytes, at: &index) != nil, index < end, index &- position <= limits.numberBytes else {
            _ = try takeNumber()
            return
        }
        position = index
    }
}

// MARK: - The patient way

extension JSONReader {
    /// Takes a number of any form.
    mutating func takeNumber() throws(JSONFault) -> JSONNumber {
        let start = position
        guard try peekKind() == .number else { throw mismatch(.number) }
        var scanner = NumberScanner()
        // One byte more than the limit is looked at, as only the byte behind tells that a number is not longer.
        let limit = start + limits.numberBytes + 1
        guard try scanner.scan(bytes, from: &position, to: min(end, limit), base: base) else {
            guard position == limit else { throw truncated }
            let bound = Int64(limits.numberBytes)
            throw .limit("numberBytes", of: bound, exceededBy: "A number", at: offset(of: limit - 1))
        }
        return gather(start..<position)
    }

    /// The parts of a number that is well-formed.
    private func gather(_ range: Range<Int>) -> JSONNumber {
        var number = JSONNumber(range: range, isNegative: bytes[range.lowerBound] == UInt8(ascii: "-"))
        var isFraction = false
        for index in range {
            switch bytes[index] {
            case UInt8(ascii: "."):
                isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                number.scale(by: exponent(index + 1..<range.upperBound))
                return number
            case let byte where byte.isDigit:
                number.take(digit: byte - UInt8(ascii: "0"), isFraction: isFraction)
            default:
                break
            }
        }
        return number
    }

    private func exponent(_ range: Range<Int>) -> Int {
        var exponent = 0
        // Anything beyond this is far out of range, whatever digits there are, and nothing overflows.
        let limit = Int.max / 16
        for index in range where bytes[index].isDigit {
            exponent = min(exponent * 10 + Int(bytes[index] - UInt8(ascii: "0")), limit)
        }
        return bytes[range.lowerBound] == UInt8(ascii: "-") ? -exponent : exponent
    }
}

extension UInt8 {
    /// Whether it is the character of a decimal digit.
    @inline(__always)
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
