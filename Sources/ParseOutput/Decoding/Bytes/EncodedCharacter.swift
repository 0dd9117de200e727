/// A character as UTF-8, the first byte in the lowest place.
struct EncodedCharacter {
    let bytes: UInt32
    let count: Int

    /// Encodes a character of one UTF-16 unit, which must be no surrogate.
    @inline(__always)
    init(unit: UInt32) {
        if unit < 0x80 {
            self.init(bytes: unit, count: 1)
        } else if unit < 0x800 {
            self.init(bytes: 0x80C0 | unit &>> 6 | (unit & 0x3F) &<< 8, count: 2)
        } else {
            let middle = (unit &>> 6 & 0x3F) &<< 8
            self.init(bytes: 0x80_80E0 | unit &>> 12 | middle | (unit & 0x3F) &<< 16, count: 3)
        }
    }

    /// Encodes a character of two UTF-16 units.
    @inline(__always)
    init(high: UInt32, low: UInt32) {
        let value = 0x10000 &+ ((high & 0x3FF) &<< 10 | (low & 0x3FF))
        let upper = value &>> 18 | (value &>> 12 & 0x3F) &<< 8
        self.init(bytes: 0x8080_80F0 | upper | (value &>> 6 & 0x3F) &<< 16 | (value & 0x3F) &<< 24, count: 4)
    }

    @inline(__always)
    init(bytes: UInt32, count: Int) {
        self.bytes = bytes
        self.count = count
    }
}
