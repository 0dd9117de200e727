/// Strings, numbers, and values of any kind.
extension OutputWriter {
    mutating func word(_ choices: [String], isQuoted: Bool = true) {
        let text = random.pick(choices)
        if isQuoted { name(text) } else { put(text) }
    }

    /// A name, or any string that must spell a certain text, some of its characters escaped.
    mutating func name(_ text: String) {
        put("\"")
        for unit in text.utf16 { character(unit, isEscaped: random.happens(taste.escaped / 4)) }
        put("\"")
    }

    mutating func string() {
        let length = random.pick([0, 1, 3, 7, 8, 15, 16, 17, 31, 32, 33, 64, random.below(200)])
        put("\"")
        for _ in 0..<length {
            if random.happens(taste.foreign) {
                foreignCharacter()
            } else {
                character(UInt16(random.within(0x20...0x7F)), isEscaped: random.happens(taste.escaped))
            }
        }
        put("\"")
    }

    private mutating func character(_ unit: UInt16, isEscaped: Bool) {
        let short: [UInt16: String] = [0x22: "\\\"", 0x5C: "\\\\"]
        if isEscaped {
            put(escape(unit))
        } else if let text = short[unit] {
            put(text)
        } else if let scalar = Unicode.Scalar(unit) {
            put(String(scalar))
        } else {
            put(escape(unit))
        }
    }

    private mutating func foreignCharacter() {
        switch random.below(8) {
        case 0: put(random.pick(["\\n", "\\t", "\\/", "\\b", "\\f", "\\r", "\\\"", "\\\\"]))
        case 1: put(escape(UInt16(random.below(0xD800))))
        case 2: put(escape(UInt16(random.within(0xE000...0xFFFF))))
        case 3: put(escape(UInt16(random.within(0xD800...0xDBFF))) + escape(UInt16(random.within(0xDC00...0xDFFF))))
        case 4: put("e\u{301}")
        default:
            let range = random.pick([0x80...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFF, 0x10000...0x10FFFF])
            if let scalar = Unicode.Scalar(UInt32(random.within(range))) { put(String(scalar)) }
        }
    }

    private mutating func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: random.happens(500))
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    mutating func anything(depth: Int) {
        if depth > 1, random.happens(5) { return abyss() }
        switch random.below(depth > 0 ? 9 : 6) {
        case 0: put("null")
        case 1: put(random.pick(["true", "false"]))
        case 2: number()
        case 3: whole()
        case 4, 5: string()
        case 6: array(random.below(4)) { $0.anything(depth: depth - 1) }
        default:
            object((0..<random.below(4)).map { _ in (random.pick(Self.names), { $0.anything(depth: depth - 1) }) })
        }
    }

    /// Nesting about as deep as decoders allow.
    private mutating func abyss() {
        let depth = random.within(100...140)
        let isArray = random.happens(500)
        for _ in 0..<depth { put(isArray ? "[" : "{\"a\":") }
        put("1")
        for _ in 0..<depth { put(isArray ? "]" : "}") }
    }

    private static let names = ["a", "b", "c", "type", "blocks", "chunks", "", "é", "e\u{301}", "k\"ey", "x"]
}

// MARK: - Numbers

extension OutputWriter {
    mutating func whole() {
        switch random.below(48) {
        case 2 where random.happens(100):
            put("\(random.next()).\(String(repeating: "0", count: random.within(1...20)))")
        case 0: put(random.pick(["1.0", "2e0", "1.50e1", "120e-1", "-0", "-0.0", "3.000", "1e3", "0e99", "10E+1"]))
        case 1: put(random.pick(["9223372036854775807", "-9223372036854775808", "9007199254740993", "1e15", "1e18"]))
        case 3: put(String(Int64(truncatingIfNeeded: random.next())))
        default: put(String(random.within(-20...400)))
        }
    }

    mutating func number() {
        if random.happens(3) {
            return put(random.pick(["1e-400", "0.0e-999", "5e-324", "1e-323", "1.7976931348623157e308"]))
        }
        var text = random.happens(150) ? "-" : ""
        text += random.happens(300) ? "0" : String(random.within(1...2_000))
        if random.happens(700) { text += "." + digits(random.within(1...(random.happens(100) ? 30 : 15))) }
        if random.happens(150) {
            text +=
                random.pick(["e", "E", "e+", "E+", "e-", "E-"]) + String(random.below(random.happens(20) ? 320 : 24))
        }
        put(text)
    }

    private mutating func digits(_ count: Int) -> String {
        String(decoding: (0..<count).map { _ in UInt8(ascii: "0") + UInt8(random.below(10)) }, as: UTF8.self)
    }
}
