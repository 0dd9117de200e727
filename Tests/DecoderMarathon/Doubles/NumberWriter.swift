import Foundation

/// Writes numbers that are hard to read right.
struct NumberWriter {
    var random: Seeded

    /// A number as JSON has it.
    mutating func number() -> String {
        let text = positive()
        return random.happens(300) ? "-" + text : text
    }

    private mutating func positive() -> String {
        switch random.below(100) {
        case 0..<18: placed(digits(random.within(1...25)), scale: random.within(-25...5))
        case 18..<28: placed(digits(random.within(1...25)), scale: random.within(-345...310))
        case 28..<38: "\(anyDouble().magnitude)"
        case 38..<46: printed(anyDouble().magnitude, digits: 17)
        case 46..<54: printed(anyDouble().magnitude, digits: random.within(14...21))
        case 54..<64: "\(UInt64(truncatingIfNeeded: random.next()))e\(random.within(-345...290))"
        case 64..<70: halfway(above: nearDouble())
        case 70..<72: halfway(above: anyDouble().magnitude)
        case 72..<76: cutHalfway(above: random.happens(800) ? nearDouble() : anyDouble().magnitude)
        case 76..<80: printed(Double(bitPattern: random.next() & 0xF_FFFF_FFFF_FFFF), digits: random.within(1...20))
        case 80..<81: halfway(above: Double(bitPattern: random.next() & (1 << UInt64(random.below(52)) - 1)))
        case 81..<84: nearLargest()
        case 84..<89: nearPowerOfTen()
        case 89..<94: manyZeros()
        case 94..<96: extremeExponent()
        default: nearTwoToThe53()
        }
    }

    // MARK: Doubles

    private mutating func anyDouble() -> Double {
        while true {
            let value = Double(bitPattern: random.next())
            if value.isFinite { return value }
        }
    }

    /// A double as documents have them, where half-way is not hundreds of digits long.
    private mutating func nearDouble() -> Double {
        let exponent = UInt64(random.within(1_023 - 40...1_023 + 70))
        return Double(bitPattern: exponent << 52 | random.next() >> 12)
    }

    private func printed(_ value: Double, digits: Int) -> String {
        withVaList([value]) { arguments in
            var text = [CChar](repeating: 0, count: 64)
            vsnprintf(&text, text.count, "%.\(digits - 1)e", arguments)
            return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        }
    }

    // MARK: Half-way

    /// Exactly half-way between two doubles, or as little beside it as a document may write.
    private mutating func halfway(above value: Double) -> String {
        let exact = BigDecimal(halfwayAbove: value)
        var digits = exact.digits
        var exponent = exact.exponent
        switch random.below(3) {
        case 0: break
        case 1:
            let zeros = random.within(0...30)
            digits += [UInt8](repeating: UInt8(ascii: "0"), count: zeros) + [UInt8(ascii: "1")]
            exponent -= zeros + 1
        default:
            // The last digit is a five, as the number is odd in its last binary place; or any but zero.
            let last = digits.removeLast()
            digits.append(last - (last > UInt8(ascii: "0") ? 1 : 0))
            digits += [UInt8](repeating: UInt8(ascii: "9"), count: 3)
            exponent -= 3
        }
        return placed(digits, scale: exponent)
    }

    /// Half-way cut off after as many digits as are still told apart from it only by a slow path.
    private mutating func cutHalfway(above value: Double) -> String {
        let exact = BigDecimal(halfwayAbove: value)
        let count = min(exact.digits.count, random.within(16...40))
        var digits = Array(exact.digits[..<count])
        if random.happens(500), digits[count - 1] < UInt8(ascii: "9") { digits[count - 1] += 1 }
        return placed(digits, scale: exact.exponent + exact.digits.count - count)
    }
}
