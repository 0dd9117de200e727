/// The words that texts are made of, as the bytes that stand for them inside a JSON string.
struct Vocabulary {
    let words: [[UInt8]]
    let space: [UInt8]
    let fullStop: [UInt8]
    let openQuote: [UInt8]
    let closeQuote: [UInt8]

    /// English with the accents, dashes and foreign names of real documents.
    static func latin(escaped: Bool) -> Vocabulary {
        let words = latinWords.split { $0 == " " || $0 == "\n" }.map { bytes(of: String($0), escaped: escaped) }
        return Vocabulary(
            words: words,
            space: Array(" ".utf8),
            fullStop: Array(". ".utf8),
            openQuote: Array(#"\""#.utf8),
            closeQuote: Array(#"\""#.utf8)
        )
    }

    /// Runs of Han characters with some kana, and an emoji now and then, outside the basic plane.
    static func cjk(escaped: Bool) -> Vocabulary {
        var random = RandomSource(seed: 0xC1A5, stream: 0)
        let words = (0..<1200).map { index in
            let isEmoji = index % 60 == 0
            let isKana = index % 5 == 0
            let plane = isEmoji ? 0x1F600...0x1F64F : isKana ? 0x3042...0x3093 : 0x4E00...0x8FFF
            let scalars = (0..<(isEmoji ? 1 : random.number(1...4))).compactMap { _ in
                Unicode.Scalar(UInt32(random.number(plane)))
            }
            return bytes(of: String(String.UnicodeScalarView(scalars)), escaped: escaped)
        }
        return Vocabulary(
            words: words,
            space: [],
            fullStop: bytes(of: "。", escaped: escaped),
            openQuote: bytes(of: "「", escaped: escaped),
            closeQuote: bytes(of: "」", escaped: escaped)
        )
    }

    /// The UTF-8 of a text, or where escaped its UTF-16 units as `\uXXXX`, as an encoder limited to ASCII writes them.
    private static func bytes(of text: String, escaped: Bool) -> [UInt8] {
        guard escaped else { return Array(text.utf8) }
        return text.utf16.flatMap { unit -> [UInt8] in
            guard unit >= 0x80 else { return [UInt8(truncatingIfNeeded: unit)] }
            let digits = String(unit, radix: 16)
            return Array(#"\u"#.utf8) + Array(String(repeating: "0", count: 4 - digits.count).utf8) + Array(digits.utf8)
        }
    }

    private static let latinWords = """
        the of and to in is that for as with are this by be which from at on or an it all any no if so we they their its
        where when while whether until unless because since although however therefore further moreover namely such
        value amount price cost margin income expense asset capital reserve dividend share interest rate term loan
        system process method result analysis model data record entry field document page line column row index code
        engine motor valve pump filter vessel bearing shaft housing bracket flange gasket sleeve washer bolt nut screw
        office board member director officer manager employee customer supplier contractor agent trustee auditor bank
        the of and to in is that for as with are this by be which from at on or an it the of and to in is that for
        harbour vessel tariff schedule annex payment invoice quantity balance period quarter revenue liability equity
        agreement party clause section notice termination warranty indemnity consignment delivery carrier insurance
        temperature pressure sensor calibration measurement tolerance deviation threshold sample baseline interval
        report summary appendix table figure chart reference standard procedure requirement inspection certificate
        between during before after within without against across under over through more less most least other same
        shall must may can will would should has have been were was not only also both each every such any all than
        total net gross annual monthly daily average estimated adjusted preliminary consolidated applicable relevant
        increased decreased remained reached exceeded recorded observed reported described defined provided required
        $1,204.50 €980 12.5% 2024 2025 Q3 (iii) [14] No. 7/B A-113 ±0.05 25°C 1–4 § 12 №6 µm Ω café Zürich Málaga façade
        naïve coöperation Łódź Kraków Århus Þór Škoda Gödel señor
        “as is” ‘provisional’ — – … → ≤ ≥ × • Αθήνα Київ 東京 서울 crème Brontë über
        """
}
