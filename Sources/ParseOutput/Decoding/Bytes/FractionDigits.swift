/// Up to fifteen decimal digits behind a point, read in one step whatever their number.
struct FractionDigits {
    /// How many digits there are.
    let count: Int

    /// Their value.
    let value: UInt64

    /// Reads the digits from an index on.
    ///
    /// - Returns: `nil` for none and for more.
    @inline(__always)
    init?(_ bytes: PaddedBytes, at index: Int) {
        // Confidences have a few digits, coordinates many.
        let digits = DigitRun(bytes, at: index)
        if digits.count != 8 {
            guard digits.count != 0 else { return nil }
            (count, value) = (digits.count, digits.value)
            return
        }
        guard usesVectors else { return nil }
        let zero = ByteBlock(repeating: UInt8(ascii: "0"))
        let others = (bytes.block(at: index) &- zero).isAtLeast(ByteBlock(repeating: 10))
        guard others.hasAny else { return nil }
        count = others.firstSet
        // The sixteen bytes up to the last digit, with zeros in front of the digits.
        let aligned = (bytes.block(at: index &+ count &- 16) &- zero) & ByteBlock.last(count)
        let halves = aligned.halves
        value = DigitRun.value(of: halves[0].littleEndian) &* 100_000_000 &+ DigitRun.value(of: halves[1].littleEndian)
    }
}
