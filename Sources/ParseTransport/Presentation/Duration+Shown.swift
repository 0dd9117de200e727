extension Duration {
    /// The duration as a person reads it in a log: `91 ms`, `2.3 s`, `4 min 10 s`, `1 h 3 min`.
    ///
    /// The standard library prints up to eighteen digits of it, of which nobody needs more than two or three.
    package var shown: String {
        if self < .zero { return "-" + (Duration.zero - self).shown }
        if self > .zero, self < .milliseconds(1) { return "\(Int((self / .microseconds(1)).rounded())) µs" }
        let (seconds, attoseconds) = components
        // Beyond a minute a fraction is nothing that anybody reads, and beyond some centuries would not fit.
        guard seconds < 60 else { return Self.long(attoseconds < 500_000_000_000_000_000 ? seconds : seconds + 1) }
        let milliseconds = Int((self / .milliseconds(1)).rounded())
        if milliseconds > 0, milliseconds < 1_000 { return "\(milliseconds) ms" }
        let tenths = (milliseconds + 50) / 100
        if tenths == 600 { return Self.long(60) }
        return tenths.isMultiple(of: 10) ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }

    private static func long(_ seconds: Int64) -> String {
        if seconds < 3_600 { return parts(seconds, of: 60, "min", "s") }
        return parts(seconds / 60 + (seconds % 60 < 30 ? 0 : 1), of: 60, "h", "min")
    }

    private static func parts(_ count: Int64, of size: Int64, _ large: String, _ small: String) -> String {
        let rest = count % size
        return "\(count / size) \(large)" + (rest == 0 ? "" : " \(rest) \(small)")
    }
}
