/// A number of digits and a power of ten: what is written in most numbers, read without looking at single digits.
struct DecimalNumber {
    /// The digits as one whole number.
    var significand: UInt64

    /// The power of ten that the significand is to be divided by.
    var fractionDigits: Int

    /// Whether it begins with a minus sign.
    var isNegative: Bool

    /// Reads the number at an index; `nil`, with the index wherever, for a number with an exponent or with more digits
    /// than a word holds for sure, and for what is no number.
    ///
    /// - Parameters:
    ///   - bytes: the bytes it lies in.
    ///   - index: the index of its first byte, moved behind its last.
    @inline(__always)
    init?(_ bytes: PaddedBytes, at index: inout Int) {
        isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative { index &+= 1 }
        let whole = DigitRun(bytes, at: index)
        // Eight digits before the point are rare enough to be read in the patient way.
        guard whole.count != 0, whole.count != 8, whole.count == 1 || bytes[index] != UInt8(ascii: "0") else {
            return nil
        }
        index &+= whole.count
        significand = whole.value
        fractionDigits = 0
        if bytes[index] == UInt8(ascii: ".") {
            index &+= 1
            guard let fraction = FractionDigits(bytes, at: index) else { return nil }
            index &+= fraction.count
            fractionDigits = fraction.count
            // 19 digits are always below 2^64.
            guard whole.count &+ fractionDigits <= 19 else { return nil }
            significand = significand &* PowersOfTen.whole(fractionDigits) &+ fraction.value
        }
        guard bytes[index] | 0x20 != UInt8(ascii: "e") else { return nil }
    }
}
