/// Checks multi-byte characters byte by byte, across any cut: no overlong form, no surrogate, nothing past U+10FFFF.
struct UTF8Checker: Sendable {
    /// How many continuation bytes the character still needs; 0 between characters.
    private(set) var missing: UInt8 = 0

    /// How many bytes of the character have been taken.
    private(set) var taken: UInt8 = 0

    /// What the next continuation byte may be: narrower after some lead bytes, which is the whole trick.
    private var allowed: (lower: UInt8, upper: UInt8) = (0x80, 0xBF)

    /// Takes the first byte of a multi-byte character.
    ///
    /// - Returns: whether it can be one.
    mutating func begin(_ lead: UInt8) -> Bool {
        taken = 1
        allowed = (0x80, 0xBF)
        switch lead {
        case 0xC2...0xDF: missing = 1
        case 0xE1...0xEC, 0xEE, 0xEF: missing = 2
        case 0xE0: (missing, allowed.lower) = (2, 0xA0)
        case 0xED: (missing, allowed.upper) = (2, 0x9F)
        case 0xF1...0xF3: missing = 3
        case 0xF0: (missing, allowed.lower) = (3, 0x90)
        case 0xF4: (missing, allowed.upper) = (3, 0x8F)
        default: return false
        }
        return true
    }

    /// Takes a further byte.
    ///
    /// - Returns: whether it continues the character.
    mutating func take(_ byte: UInt8) -> Bool {
        guard byte >= allowed.lower, byte <= allowed.upper else { return false }
        allowed = (0x80, 0xBF)
        missing &-= 1
        taken &+= 1
        return true
    }
}
