/// Escapes inside a string.
extension PaddedBytes {
    /// Takes an escape, or the two that make a surrogate pair, at the backslash.
    ///
    /// - Returns: the character, `nil` for what is none.
    @inline(__always)
    func escape(at index: inout Int) -> EncodedCharacter? {
        let letter = self[index &+ 1]
        guard letter == UInt8(ascii: "u") else {
            guard let character = JSONEscape.character(letter) else { return nil }
            index &+= 2
            return EncodedCharacter(bytes: UInt32(character), count: 1)
        }
        guard let unit = hexUnit(at: index &+ 2) else { return nil }
        index &+= 6
        if unit & 0xF800 != 0xD800 { return EncodedCharacter(unit: unit) }
        guard unit < 0xDC00, self[index] == UInt8(ascii: "\\"), self[index &+ 1] == UInt8(ascii: "u"),
            let low = hexUnit(at: index &+ 2), low & 0xFC00 == 0xDC00
        else { return nil }
        index &+= 6
        return EncodedCharacter(high: unit, low: low)
    }

    /// The value of four hexadecimal digits, `nil` where they are not.
    @inline(__always)
    private func hexUnit(at index: Int) -> UInt32? {
        let digits = halfWord(at: index)
        // In lower case, and with what is neither digit nor letter left as wrong as it was.
        let lowered = digits | 0x2020_2020
        let isLetter = (lowered &+ 0x1F1F_1F1F) & ~(lowered &+ 0x1919_1919)
        let isDigit = (lowered &+ 0x5050_5050) & ~(lowered &+ 0x4646_4646) & digits &<< 2
        guard (isLetter | isDigit) & ~digits & 0x8080_8080 == 0x8080_8080 else { return nil }
        let values = (digits & 0x0F0F_0F0F) &+ 9 &* (digits &>> 6 & 0x0101_0101)
        return (values & 0xF) &<< 12 | (values &>> 8 & 0xF) &<< 8 | (values &>> 16 & 0xF) &<< 4 | values &>> 24
    }
}
