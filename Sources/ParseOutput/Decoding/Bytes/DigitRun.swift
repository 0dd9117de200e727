/// Up to eight decimal digits, read in one step.
struct DigitRun {
    /// How many digits there are.
    let count: Int

    /// Their value.
    let value: UInt64

    /// Reads the digits from an index on.
    @inline(__always)
    init(_ bytes: PaddedBytes, at index: Int) {
        let digits = bytes.word(at: index) ^ 0x3030_3030_3030_3030
        let others = digits.bytesAboveNine
        count = others.trailingZeroBitCount &>> 3
        // The digits move to the top, which puts zeros in front of them. A shift by 64, of no digits, gives 0 as well.
        value = Self.value(of: digits << UInt64(64 &- count &* 8))
    }

    /// The value of eight digits, the first in the lowest byte.
    @inline(__always)
    static func value(of digits: UInt64) -> UInt64 {
        // Neighbours are joined to numbers of two digits, those to four, those to eight.
        let pairs = (digits &* 10) &+ (digits &>> 8)
        let even = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let odd = ((pairs &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (even &+ odd) &>> 32
    }
}
