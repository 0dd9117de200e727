/// A number of points or pixels in decimal digits, with as many of them as the API sends: up to 17.
struct Coordinate {
    let whole: Int
    let fraction: Int
    let digits: Int

    /// Most coordinates come out of a division and have all the digits of a `Double`; the others were rounded.
    static func random(_ range: ClosedRange<Int>, from random: inout RandomSource) -> Coordinate {
        let whole = random.number(range)
        switch random.number(1...100) {
        case 1...58:
            let digits = (whole < 100 ? 14 : whole < 1000 ? 13 : 12) + random.number(0...1)
            return Coordinate(whole: whole, digits: digits, from: &random)
        case 59...80: return Coordinate(whole: whole, digits: random.number(1...4), from: &random)
        default: return Coordinate(whole: whole, fraction: 0, digits: 0)
        }
    }

    private init(whole: Int, fraction: Int, digits: Int) {
        self.whole = whole
        self.fraction = fraction
        self.digits = digits
    }

    /// The last digit is not a zero, which nobody would have written.
    private init(whole: Int, digits: Int, from random: inout RandomSource) {
        let scale = (1..<digits).reduce(1) { scale, _ in scale * 10 }
        let fraction = random.number(0...scale - 1) * 10 + random.number(1...9)
        self.init(whole: whole, fraction: fraction, digits: digits)
    }
}

extension JSONBytes {
    mutating func append(_ coordinate: Coordinate) {
        append(coordinate.whole)
        guard coordinate.digits > 0 else { return }
        append(".")
        append(coordinate.fraction, digits: coordinate.digits)
    }

    /// Appends a confidence as OCR gives it: close to 1, in thousandths.
    mutating func append(confidence thousandths: Int) {
        append("0.")
        append(thousandths, digits: 3)
    }
}
