/// Checks UTF-8 sixteen bytes at a time, and says at the end whether all of it is right.
struct UTF8BlockCheck {
    private var faults = ByteBlock.zero
    private var rareLeads = ByteBlock.zero

    /// Whether a character was too short or too long.
    var hasFault: Bool { faults.hasAny }

    /// Whether there was a lead byte that narrows what may follow it, or is none: then ``rareFaults(of:after:)`` is to be
    /// asked too.
    var hasRareLead: Bool { rareLeads.hasAny }

    /// Takes a block, and the sixteen bytes that begin one, two and three bytes earlier.
    @inline(__always)
    mutating func take(_ block: ByteBlock, _ one: ByteBlock, _ two: ByteBlock, _ three: ByteBlock) {
        // A continuation byte is below 0xC0 and not ASCII; taken as signed, that is below -64.
        let continues = block.isBelow(signed: SIMD16(repeating: -64))
        let mustContinue =
            one.isAtLeast(ByteBlock(repeating: 0xC0)) | two.isAtLeast(ByteBlock(repeating: 0xE0))
            | three.isAtLeast(ByteBlock(repeating: 0xF0))
        faults |= continues ^ mustContinue
        // 0xC0 and 0xC1, 0xE0, 0xED, 0xF0 and above.
        rareLeads |=
            (block & ByteBlock(repeating: 0xFE)).equals(ByteBlock(repeating: 0xC0))
            | block.equals(ByteBlock(repeating: 0xE0)) | block.equals(ByteBlock(repeating: 0xED))
            | block.isAtLeast(ByteBlock(repeating: 0xF0))
    }

    /// Lanes of ones where a lead byte is none, or is followed by a byte that makes an overlong form, a surrogate or too
    /// large a character of it.
    static func rareFaults(of block: ByteBlock, after one: ByteBlock) -> ByteBlock {
        let a0 = ByteBlock(repeating: 0xA0)
        let ninety = ByteBlock(repeating: 0x90)
        var faults = one.equals(ByteBlock(repeating: 0xE0)) & block.isBelow(a0)
        faults |= one.equals(ByteBlock(repeating: 0xED)) & block.isAtLeast(a0)
        faults |= one.equals(ByteBlock(repeating: 0xF0)) & block.isBelow(ninety)
        faults |= one.equals(ByteBlock(repeating: 0xF4)) & block.isAtLeast(ninety)
        faults |= (block & ByteBlock(repeating: 0xFE)).equals(ByteBlock(repeating: 0xC0))
        faults |= block.isAtLeast(ByteBlock(repeating: 0xF5))
        return faults
    }
}

extension ByteBlock {
    /// The block moved back by one, two or three bytes, with the last ones of the block before it in front.
    @inline(__always)
    func movedBack(by count: UInt64, behind before: ByteBlock = .zero) -> ByteBlock {
        let now = halves
        let carried = SIMD2<UInt64>(before.halves[1], now[0])
        let up = SIMD2<UInt64>(repeating: count &* 8)
        let down = SIMD2<UInt64>(repeating: 64 &- count &* 8)
        return ByteBlock(halves: (now &<< up) | (carried &>> down))
    }

    /// Ones in so many lanes at the front, of at most 16.
    @inline(__always)
    static func first(_ count: Int) -> ByteBlock {
        let lanes = ByteBlock(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        return lanes.isBelow(ByteBlock(repeating: UInt8(truncatingIfNeeded: count)))
    }

    /// Ones in so many lanes at the end, of at most 16.
    @inline(__always)
    static func last(_ count: Int) -> ByteBlock {
        let lanes = ByteBlock(16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
        return ByteBlock(repeating: UInt8(truncatingIfNeeded: count)).isAtLeast(lanes)
    }
}
