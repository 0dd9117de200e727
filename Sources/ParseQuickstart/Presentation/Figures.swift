/// Numbers as a person reads them.
enum Figures {
    /// A number of bytes, such as `12.3 MB`.
    static func bytes(_ count: Int64) -> String {
        switch count {
        case ..<1_000: "\(count) B"
        case ..<1_000_000: "\(tenths(Double(count) / 1_000)) kB"
        case ..<1_000_000_000: "\(tenths(Double(count) / 1_000_000)) MB"
        default: "\(tenths(Double(count) / 1_000_000_000)) GB"
        }
    }

    /// A time, such as `1.2 s`.
    static func time(_ duration: Duration) -> String {
        let seconds = duration / .seconds(1)
        return seconds < 1 ? "\(Int(seconds * 1_000)) ms" : "\(tenths(seconds)) s"
    }

    /// A number without a needless fraction.
    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }

    private static func tenths(_ value: Double) -> String {
        let scaled = Int((value * 10).rounded())
        return "\(scaled / 10).\(scaled % 10)"
    }
}
