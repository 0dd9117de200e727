import Foundation

/// A number as it is written, taken apart as text.
struct DecimalText {
    let text: String

    /// The digits before the exponent, without those zeros in front that mean nothing.
    let digits: String

    /// The power of ten that the digits, read as a whole number, are to be multiplied by; bounded.
    let exponent: Int

    var isNegative: Bool { text.hasPrefix("-") }

    init(_ bytes: some Sequence<UInt8>) {
        text = String(decoding: Array(bytes), as: UTF8.self)
        let parts = text.drop { $0 == "-" }.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        let mantissa = parts[0].split(separator: ".")
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        digits = String((mantissa[0] + fraction).drop { $0 == "0" })
        let written = parts.count > 1 ? Double(parts[1]) ?? 0 : 0
        exponent = Int(max(-1_000_000, min(1_000_000, written))) - fraction.count
    }

    /// Whether it is not zero, but nearer to zero than to any other double.
    var isTiny: Bool { !digits.isEmpty && strtod(text, nil) == 0 }

    /// Whether it has more digits than fit a word, zeros at the end among them.
    var isLong: Bool { digits.count > 19 }

    /// Whether only its nearest double is whole, or may be taken for it.
    var isRounded: Bool {
        if isLong { return true }
        let behindPoint = exponent < 0 ? digits.suffix(-exponent) : ""
        let value = strtod(text, nil)
        return behindPoint.contains { $0 != "0" } && value == value.rounded()
    }

    /// A form of zero that `JSONDecoder` does not always take for a double.
    var isZeroWithExponent: Bool { digits.isEmpty && (text.contains("e") || text.contains("E")) }

    /// The number without point and exponent, where it is whole and not longer than an integer.
    var plain: String? {
        guard exponent != 0 || text.contains("e") || text.contains("E"), !isLong else { return nil }
        var whole = digits
        if exponent < 0 {
            guard digits.count > -exponent, digits.suffix(-exponent).allSatisfy({ $0 == "0" }) else { return nil }
            whole.removeLast(-exponent)
        } else if exponent + digits.count <= 19 {
            whole += String(repeating: "0", count: exponent)
        } else {
            return nil
        }
        let signed = (isNegative ? "-" : "") + whole
        return Int64(signed) == nil ? nil : signed
    }
}
