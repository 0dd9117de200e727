/// A number of digits and a power of ten: what is written in most numbers, read without looking at single digits.
struct DecimalNumber {
    /// The digits as one whole number.
    var significand: UInt64

    /// The power of ten that the significand is to be divided by.
    var fractionDigits: Int

    /// Whether it begins with a minus sign.
    var isNegative: Bool

    /// Reads the number at an index.
    ///
    /// - Parameters:
    ///   - bytes: the bytes it lies in.
    ///   - index: the index of its first byte, moved behind its last.
    /// - Returns: `nil`, with the index wherever, for a number with an exponent or with more digits than a word holds for
    ///   sure, and for what is no number.
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
            let first = DigitRun(bytes, at: index)
            guard first.count != 0 else { return nil }
            index &+= first.count
            significand = significand &* PowersOfTen.whole(first.count) &+ first.value
            fractionDigits = first.count
            if first.count == 8 {
                let second = DigitRun(bytes, at: index)
                index &+= second.count
                significand = significand &* PowersOfTen.whole(second.count) &+ second.value
                fractionDigits &+= second.count
                if second.count == 8 {
                    let third = DigitRun(bytes, at: index)
                    index &+= third.count
                    significand = significand &* PowersOfTen.whole(third.count) &+ third.value
                    fractionDigits &+= third.count
                }
                // 19 digits are always below 2^64.
                guard whole.count &+ fractionDigits <= 19 else { return nil }
            }
        }
        guard bytes[index] | 0x20 != UInt8(ascii: "e") else { return nil }
    }
}

/// Powers of ten; a `switch` over constants is a table without any work at run time.
enum PowersOfTen {
    /// A power from 0 to 8 as a whole number.
    @inline(__always)
    static func whole(_ exponent: Int) -> UInt64 {
        switch exponent {
        case 0: 1
        case 1: 10
        case 2: 100
        case 3: 1_000
        case 4: 10_000
        case 5: 100_000
        case 6: 1_000_000
        case 7: 10_000_000
        default: 100_000_000
        }
    }

    /// A power from 0 to 22, all of which a double holds exactly.
    @inline(__always)
    static func double(_ exponent: Int) -> Double {
        switch exponent {
        case 0: 1e0
        case 1: 1e1
        case 2: 1e2
        case 3: 1e3
        case 4: 1e4
        case 5: 1e5
        case 6: 1e6
        case 7: 1e7
        case 8: 1e8
        case 9: 1e9
        case 10: 1e10
        case 11: 1e11
        case 12: 1e12
        case 13: 1e13
        case 14: 1e14
        case 15: 1e15
        case 16: 1e16
        case 17: 1e17
        case 18: 1e18
        case 19: 1e19
        case 20: 1e20
        case 21: 1e21
        default: 1e22
        }
    }
}
