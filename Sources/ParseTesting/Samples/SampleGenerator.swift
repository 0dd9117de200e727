/// Draws words, sentences and numbers from a seed.
struct SampleGenerator {
    private var state: UInt64

    /// Draws for one page, and for one purpose, apart from all others.
    init(seed: UInt64, page: Int, purpose: UInt64 = 0) {
        // Other factors than the sequence's own step, so that no sequence runs into another one.
        self.state =
            seed ^ (UInt64(page) &* 0xD1B5_4A32_D192_ED03) ^ (purpose &* 0xA24B_AED4_963E_E407)
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

    /// A sentence that is written from right to left, with a number that is not.
    mutating func rightToLeftSentence() -> String {
        let words = (0..<5 + number(below: 6)).map { _ in
            Self.rightToLeftWords[number(below: Self.rightToLeftWords.count)]
        }
        return words.joined(separator: " ") + " \(100 + number(below: 900))."
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
        // Marks of their own behind a letter, joined emoji, a flag, a keycap, characters beyond sixteen bits, a backslash.
        "re\u{301}gate", "man\u{303}ana", "ท่าเรือ", "नौकाएँ", "항구", "\u{1112}\u{1161}\u{11AB}강", "👩🏽‍✈️", "🇫🇮", "7️⃣",
        "𝛼-mark", "𠮷野", "C:\\berths", "½ mile",
    ]

    private static let rightToLeftWords = [
        "נמל", "סירה", "מגדלור", "עוֹגֶן", "מטען", "مرفأ", "سفينة", "منارة", "مَدّ", "بضائع", "نیم\u{200C}بها",
    ]
}
