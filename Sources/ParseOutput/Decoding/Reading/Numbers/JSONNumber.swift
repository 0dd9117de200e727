/// A number as it is written, its digits gathered one by one: the patient way, for every form there is.
struct JSONNumber {
    /// The indices of its bytes.
    var range: Range<Int>

    /// Whether it begins with a minus sign.
    var isNegative = false

    /// Its significant digits as one whole number; meaningless with more than 19 of them.
    private(set) var significand: UInt64 = 0

    /// How many significant digits there are.
    private(set) var digits = 0

    /// The power of ten that the significand is to be multiplied by.
    private(set) var exponent = 0

    /// Takes a digit before or behind the point.
    mutating func take(digit: UInt8, isFraction: Bool) {
        if isFraction { exponent -= 1 }
        guard digits > 0 || digit != 0 else { return }
        digits += 1
        significand = significand &* 10 &+ UInt64(digit)
    }

    /// Takes the exponent that is written behind the letter `e`.
    mutating func scale(by written: Int) {
        exponent += written
    }

    /// The double next to it, where that needs no more than a word's digits and a moderate power; `nil` elsewhere.
    var double: Double? {
        guard digits <= 19 else { return nil }
        return DoubleConversion.double(significand, exponent: exponent, isNegative: isNegative)
    }

    /// The number where it is whole and fits a type, however it is written; `nil` elsewhere.
    func whole<Whole: FixedWidthInteger & SignedInteger>(as type: Whole.Type) -> Whole? {
        guard digits > 0 else { return 0 }
        guard digits <= 19 else { return nil }
        var magnitude = significand
        var power = exponent
        while power < 0 {
            guard magnitude % 10 == 0 else { return nil }
            magnitude /= 10
            power += 1
        }
        while power > 0 {
            let (product, overflows) = magnitude.multipliedReportingOverflow(by: 10)
            guard !overflows else { return nil }
            magnitude = product
            power -= 1
        }
        guard isNegative else { return Whole(exactly: magnitude) }
        return magnitude == UInt64(Whole.min.magnitude) ? Whole.min : Whole(exactly: magnitude).map { -$0 }
    }
}
