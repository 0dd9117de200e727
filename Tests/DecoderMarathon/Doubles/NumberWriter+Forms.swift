/// The forms numbers come in, and the edges that lie in the text itself.
extension NumberWriter {
    mutating func digits(_ count: Int) -> [UInt8] {
        // Now and then only nines or zeros, where carries run furthest.
        let isExtreme = random.happens(80)
        return (0..<count).map { index in
            let digit = isExtreme ? random.pick([0, 9, 9]) : random.below(10)
            return UInt8(ascii: "0") + UInt8(index == 0 ? max(digit, 1) : digit)
        }
    }

    /// Digits times a power of ten in any of the forms that mean the same.
    mutating func placed(_ digits: [UInt8], scale: Int) -> String {
        let text = String(decoding: digits, as: UTF8.self)
        let letter = random.pick(["e", "E"])
        switch random.below(3) {
        case 0 where scale <= 0 && -scale <= digits.count + 20:
            // No exponent: the point within or before the digits.
            let padding = String(repeating: "0", count: max(0, -scale - digits.count + 1))
            var whole = padding + text
            if scale < 0 { whole.insert(".", at: whole.index(whole.endIndex, offsetBy: scale)) }
            return whole.hasPrefix("0") && !whole.hasPrefix("0.") && whole.count > 1
                ? "\(text)\(letter)\(scale)" : whole
        case 1 where digits.count > 1:
            let point = random.within(1...digits.count - 1)
            let exponent = scale + digits.count - point
            guard digits[0] != UInt8(ascii: "0") || point == 1 else { fallthrough }
            return "\(text.prefix(point)).\(text.dropFirst(point))\(letter)\(signed(exponent))"
        default:
            guard digits[0] != UInt8(ascii: "0") || digits.count == 1 else {
                return "0.\(text)\(letter)\(signed(scale + digits.count))"
            }
            return "\(text)\(letter)\(signed(scale))"
        }
    }

    private mutating func signed(_ exponent: Int) -> String {
        let zeros = String(repeating: "0", count: random.happens(50) ? random.within(1...25) : 0)
        let sign = exponent < 0 ? "-" : random.pick(["", "+"])
        return sign + zeros + String(exponent.magnitude)
    }

    mutating func nearLargest() -> String {
        let starts = ["17976931348623157", "17976931348623158", "179769313486231570", "1797693134862315807", "18", "1"]
        let text = Array(random.pick(starts).utf8) + digits(random.within(1...22))
        return placed(text, scale: random.within(307...309) - text.count + 1)
    }

    mutating func nearPowerOfTen() -> String {
        let power = random.within(-330...309)
        let count = random.within(1...30)
        switch random.below(3) {
        case 0: return placed(Array("1".utf8), scale: power)
        case 1: return placed([UInt8](repeating: UInt8(ascii: "9"), count: count), scale: power - count)
        default:
            let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: count)
            return placed(Array("1".utf8) + zeros + Array("1".utf8), scale: power - count - 1)
        }
    }

    mutating func manyZeros() -> String {
        let zeros = String(repeating: "0", count: random.within(0...random.pick([5, 40, 350])))
        let text = String(decoding: digits(random.within(1...20)), as: UTF8.self)
        switch random.below(4) {
        case 0: return "0.\(zeros)\(text)e\(signed(zeros.count + random.within(-30...30)))"
        case 1: return "\(text)\(zeros)e\(signed(-zeros.count + random.within(-30...30)))"
        case 2: return "\(text).\(zeros)\(text)"
        default: return "\(text).\(text)\(zeros)e\(signed(random.within(-30...30)))"
        }
    }

    mutating func extremeExponent() -> String {
        let exponents = [
            "308", "309", "323", "324", "325", "400", "2147483648", "9223372036854775808", "99999999999999999999",
        ]
        let exponent = random.pick(["-", "-", "-", "", "+"]) + random.pick(exponents)
        return random.pick(["0", "0.0", "1", "0.000", String(decoding: digits(3), as: UTF8.self)]) + "e" + exponent
    }

    mutating func nearTwoToThe53() -> String {
        let power = random.within(50...64)
        let whole = (power == 64 ? 0 : UInt64(1) << UInt64(power)) &+ UInt64(bitPattern: Int64(random.within(-40...40)))
        return placed(Array(String(whole).utf8), scale: random.within(-30...30))
    }
}
