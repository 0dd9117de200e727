/// Turns digits and a power of ten into the double next to them, bit for bit.
///
/// Where both are exact doubles, one rounded operation gives it. Elsewhere the digits are multiplied by the power of five
/// to 128 bits (Lemire, "Number Parsing at a Gigabyte per Second", 2021): nearly always that leaves no doubt about the
/// rounding, and where it does, the answer is left to the standard library.
enum DoubleConversion {
    /// The double next to a number.
    ///
    /// - Parameters:
    ///   - significand: its digits as one whole number.
    ///   - exponent: the power of ten they are multiplied by.
    ///   - isNegative: its sign.
    /// - Returns: the double, `nil` where this way gives none.
    @_transparent
    static func double(_ significand: UInt64, exponent: Int, isNegative: Bool) -> Double? {
        if significand <= 1 &<< 53, exponent >= -22, exponent <= 22 {
            let digits = Double(significand)
            let magnitude =
                exponent < 0 ? digits / PowersOfTen.double(-exponent) : digits * PowersOfTen.double(exponent)
            return isNegative ? -magnitude : magnitude
        }
        guard significand != 0, exponent >= FivePower.lowest, exponent <= FivePower.highest else { return nil }
        return rounded(significand, exponent).map { isNegative ? -$0 : $0 }
    }

    /// The double next to a number that is not 0, from a product of 128 bits.
    static func rounded(_ significand: UInt64, _ exponent: Int) -> Double? {
        let leading = significand.leadingZeroBitCount
        let digits = significand &<< UInt64(leading)
        let power = FivePower.normalized(exponent)
        var (upper, lower) = digits.multipliedFullWidth(by: power.upper)
        // Nine bits are beyond those that are kept; only if all are set may the rest of the product matter.
        if upper & 0x1FF == 0x1FF {
            let further = digits.multipliedFullWidth(by: power.lower).high
            let (sum, carries) = lower.addingReportingOverflow(further)
            lower = sum
            if carries { upper &+= 1 }
            guard lower != .max else { return nil }
        }
        let hasTopBit = upper &>> 63
        // 53 bits, and one to round by.
        let shift = hasTopBit &+ 9
        var mantissa = upper &>> shift
        // The binary exponent of the power of ten, biased.
        let scale = (217_706 &* exponent) &>> 16 &+ 63 &+ Int(hasTopBit) &- leading &+ 1_023
        // Halfway between two doubles, as far as the product tells, the even one is right where the product is exact.
        if lower <= 1, mantissa & 3 == 1, mantissa &<< shift == upper {
            guard exponent >= -4, exponent <= 23 else { return nil }
            mantissa &= ~1
        }
        mantissa = (mantissa &+ (mantissa & 1)) &>> 1
        let carries = mantissa &>> 53
        let biased = scale &+ Int(carries)
        // No subnormals and no infinity come of exponents this small.
        let fraction = carries == 0 ? mantissa & ((1 &<< 52) &- 1) : 0
        return Double(bitPattern: UInt64(biased) &<< 52 | fraction)
    }
}
