/// A positive whole number times a power of two, written out in decimal to its last digit.
struct BigDecimal {
    /// The digits, with no zero before them.
    let digits: [UInt8]

    /// The power of ten that the digits, read as a whole number, are to be multiplied by; never positive.
    let exponent: Int

    init(_ factor: UInt64, timesTwoToThe power: Int) {
        // Limbs of nine digits, the lowest first.
        var limbs: [UInt64] = []
        var rest = factor
        while rest > 0 {
            limbs.append(rest % 1_000_000_000)
            rest /= 1_000_000_000
        }
        // Two to the minus n is five to the n, n places behind the point.
        let (base, most): (UInt64, Int) = power < 0 ? (5, 13) : (2, 29)
        var left = power.magnitude
        while left > 0 {
            let step = min(Int(left), most)
            let scale = (0..<step).reduce(UInt64(1)) { scale, _ in scale * base }
            var carry: UInt64 = 0
            for index in limbs.indices {
                let product = limbs[index] * scale + carry
                limbs[index] = product % 1_000_000_000
                carry = product / 1_000_000_000
            }
            if carry > 0 { limbs += [carry % 1_000_000_000] + (carry >= 1_000_000_000 ? [carry / 1_000_000_000] : []) }
            left -= UInt(step)
        }
        var digits: [UInt8] = []
        for limb in limbs {
            var limb = limb
            for _ in 0..<9 {
                digits.append(UInt8(ascii: "0") + UInt8(limb % 10))
                limb /= 10
            }
        }
        while let last = digits.last, last == UInt8(ascii: "0"), digits.count > 1 { digits.removeLast() }
        self.digits = digits.reversed()
        exponent = min(0, power)
    }

    /// The number half-way between a positive finite double and the next one, exactly.
    init(halfwayAbove value: Double) {
        let bits = value.bitPattern
        let fraction = bits & 0xF_FFFF_FFFF_FFFF
        let biased = Int(bits >> 52)
        let significand = biased == 0 ? fraction : fraction | 1 << 52
        self.init(significand * 2 + 1, timesTwoToThe: max(biased, 1) - 1_075 - 1)
    }
}
