/// Checks UTF-8 sixteen bytes at a time, and says at the end whether all of it is right.
///
/// What stands before the first block ends with a whole character, so that looking back from it does no harm.
struct UTF8BlockCheck {
    private var faults = ByteBlock.zero

    /// Whether every character was whole and no byte stood alone.
    var isPassed: Bool { !faults.hasAny }

    /// Takes sixteen bytes.
    @inline(__always)
    mutating func take(_ bytes: PaddedBytes, at index: Int) {
        faults |= Self.faults(of: bytes.block(at: index), bytes, index)
    }

    /// Takes at most sixteen bytes, behind which no character may go on unless they are sixteen.
    @inline(__always)
    mutating func take(_ bytes: PaddedBytes, at index: Int, count: Int) {
        let block = bytes.block(at: index) & ByteBlock.first(count)
        faults |= Self.faults(of: block, bytes, index) & ByteBlock.first(count &+ 1)
    }

    /// Lanes that are not zero where something is wrong.
    @inline(__always)
    private static func faults(of block: ByteBlock, _ bytes: PaddedBytes, _ index: Int) -> ByteBlock {
        let one = bytes.block(at: index &- 1)
        // A continuation byte is below 0xC0 and not ASCII; taken as signed, that is below -64.
        let continues = block.isBelow(signed: SIMD16(repeating: -64))
        let mustContinue =
            one.isAtLeast(ByteBlock(repeating: 0xC0))
            | bytes.block(at: index &- 2).isAtLeast(ByteBlock(repeating: 0xE0))
            | bytes.block(at: index &- 3).isAtLeast(ByteBlock(repeating: 0xF0))
        // Only some lead bytes narrow what may follow them, or are none: 0xC0 and 0xC1, 0xE0, 0xED, 0xF0 and above.
        let rare =
            (one & ByteBlock(repeating: 0xFE)).equals(ByteBlock(repeating: 0xC0))
            | one.equals(ByteBlock(repeating: 0xE0)) | one.equals(ByteBlock(repeating: 0xED))
            | one.isAtLeast(ByteBlock(repeating: 0xF0))
        let faults = continues ^ mustContinue
        return rare.hasAny ? faults | rareFaults(of: block, after: one) : faults
    }

    /// Lanes of ones where a lead byte is none, or is followed by a byte that makes an overlong form, a surrogate or too
    /// large a character of it.
    private static func rareFaults(of block: ByteBlock, after one: ByteBlock) -> ByteBlock {
        let a0 = ByteBlock(repeating: 0xA0)
        let ninety = ByteBlock(repeating: 0x90)
        var faults = one.equals(ByteBlock(repeating: 0xE0)) & block.isBelow(a0)
        faults |= one.equals(ByteBlock(repeating: 0xED)) & block.isAtLeast(a0)
        faults |= one.equals(ByteBlock(repeating: 0xF0)) & block.isBelow(ninety)
        faults |= one.equals(ByteBlock(repeating: 0xF4)) & block.isAtLeast(ninety)
        faults |= (one & ByteBlock(repeating: 0xFE)).equals(ByteBlock(repeating: 0xC0))
        faults |= one.isAtLeast(ByteBlock(repeating: 0xF5))
        return faults
    }
}

extension ByteBlock {
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
