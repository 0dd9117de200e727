/// Numbers as people read them.
enum Quantity {
    static func megabytes(_ bytes: Int) -> String {
        let bytes = Double(bytes)
        return bytes < 1e5 ? number(bytes / 1e3, digits: 1) + " KB" : number(bytes / 1e6, digits: 2) + " MB"
    }

    /// A number of things, in words.
    static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }

    /// Three digits that mean something, whatever the size.
    static func rounded(_ value: Double) -> String {
        let size = abs(value)
        return number(value, digits: size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3)
    }

    /// A time in the unit that suits it.
    static func time(_ seconds: Double) -> String {
        if seconds >= 0.9995 { return rounded(seconds) + " s" }
        if seconds >= 0.9995e-3 { return rounded(seconds * 1e3) + " ms" }
        return rounded(seconds * 1e6) + " µs"
    }

    /// A length of time as one says it, where it is a round one.
    static func duration(_ seconds: Double) -> String {
        if seconds >= 60, seconds.truncatingRemainder(dividingBy: 60) == 0 {
            return number(seconds / 60, digits: 0) + " min"
        }
        let digits = (0..<2).first { digits in
            let scaled = digits == 0 ? seconds : seconds * 10
            return abs(scaled - scaled.rounded()) < 1e-9
        }
        return number(seconds, digits: digits ?? 2) + " s"
    }

    static func number(_ value: Double, digits: Int) -> String {
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = Int((abs(value) * scale).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard digits > 0 else { return sign + "\(scaled)" }
        let fraction = String(scaled % Int(scale))
        return sign + "\(scaled / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}
