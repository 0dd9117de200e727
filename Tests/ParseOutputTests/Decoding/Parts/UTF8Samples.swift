/// Sequences of bytes that tell a check of UTF-8 that is right from one that nearly is.
enum UTF8Samples {
    /// Every byte that some rule about UTF-8 has as its bound, and its neighbours.
    static let edges: [UInt8] = [
        0x00, 0x22, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
        0xEE,
        0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]

    /// The lead bytes of longer characters, right and wrong.
    static let leads = edges.filter { $0 >= 0xC0 }

    /// The bytes that may follow them, right and wrong.
    static let followers = edges.filter { (0x7F...0xC2).contains($0) }

    /// Sequences of three bytes about every bound.
    static let three: [[UInt8]] = leads.flatMap { lead in
        followers.flatMap { second in followers.map { [lead, second, $0] } }
    }

    /// Sequences of four bytes about every bound of the first two.
    static let four: [[UInt8]] = leads.flatMap { lead in
        followers.flatMap { second in
            [
                [lead, second, 0x80, 0x80], [lead, second, 0xBF, 0xBF], [lead, second, 0x80, 0x7F],
                [lead, second, 0xC2, 0x80],
            ]
        }
    }

    /// A few of each kind, good and bad, to be put at every place.
    static let some: [[UInt8]] =
        [
            "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}", "é漢😀", "é",
        ].map { Array($0.utf8) } + [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xC2, 0xC2], [0xE0, 0x9F, 0xBF],
            [0xE1, 0x80],
            [0xE1, 0x80, 0x41], [0xED, 0xA0, 0x80], [0xEF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80],
            [0xF1, 0x80, 0x80, 0x41], [0xF3, 0x80, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80],
            [0xFF], [0xFE, 0xFE], [0xC3, 0xA9, 0xA9], [0xE6, 0xBC, 0xA2, 0xA2], [0xF0, 0x9F, 0x98, 0x80, 0x80],
        ]

    /// Valid text of characters of every length, so many.
    static func text(_ count: Int, by generator: inout SeededGenerator) -> [UInt8] {
        let characters = ["a", "b ", "é", "漢", "😀", "\u{10FFFF}", "\u{800}", "xxxxxxxxxxxxxxxx"]
        return (0..<count).flatMap { _ in Array((characters.randomElement(using: &generator) ?? "").utf8) }
    }
}
