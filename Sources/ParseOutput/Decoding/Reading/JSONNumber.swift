/// A number as it is written, its digits gathered on the way.
struct JSONNumber {
    /// The places of its bytes.
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

    /// Whether the significand holds every digit.
    private var isExact: Bool { digits <= 19 }

    /// The number as the double next to it, where that takes a single exactly rounded operation; `nil` elsewhere.
    ///
    /// Both operands are exact doubles then, so that the one rounding is the right one.
    var shortDouble: Double? {
        guard isExact, significand <= 1 << 53 else { return nil }
        let magnitude: Double
        switch exponent {
        case 0: magnitude = Double(significand)
        case 1...22: magnitude = Double(significand) * Self.powersOfTen[exponent]
        case -22 ... -1: magnitude = Double(significand) / Self.powersOfTen[-exponent]
        default: return nil
        }
        return isNegative ? -magnitude : magnitude
    }

    /// The number where it is whole and fits a type, however it is written; `nil` elsewhere.
    func whole<Whole: FixedWidthInteger & SignedInteger>(as type: Whole.Type) -> Whole? {
        guard digits > 0 else { return 0 }
        guard isExact else { return nil }
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

    /// The powers of ten that a double holds exactly.
    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
