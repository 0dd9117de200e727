/// Draws words, sentences and numbers from a seed.
struct SampleGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        self.state = seed
    }

    /// The next number of a splitmix sequence, reduced to a range.
    mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(mixed % UInt64(max(1, bound)))
    }

    /// A coordinate with as many digits as a real one.
    mutating func coordinate(_ near: Double) -> Double {
        near + Double(number(below: 1 << 40)) / Double(1 << 40)
    }

    /// A confidence from 0.8 to 1, to three digits.
    mutating func confidence() -> Double {
        Double(800 + number(below: 200)) / 1_000
    }

    mutating func word() -> String {
        Self.words[number(below: Self.words.count)]
    }

    mutating func sentence() -> String {
        let count = 6 + number(below: 12)
        let text = (0..<count).map { _ in word() }.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    mutating func title() -> String {
        "\(word()) \(word())".split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: " ")
    }

    mutating func id(page: Int) -> String {
        let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".map { $0 }
        return "block_\(page)_" + String((0..<6).map { _ in letters[number(below: letters.count)] })
    }

    private static let words = [
        "harbour", "tide", "ledger", "quay", "cargo", "signal", "beacon", "mooring", "lighthouse", "pilot", "anchor",
        "draught", "channel", "berth", "customs", "manifest", "lantern", "weather", "north", "measured", "arrived",
        "loaded", "before", "after", "between", "under", "the", "a", "of", "and", "with", "without", "Öland", "Åbo",
        "naïve", "café", "façade", "港口", "潮汐", "灯台", "Гавань", "μέτρο", "مرفأ", "⚓️", "№ 7", "\"quoted\"", "50 %",
    ]
}
