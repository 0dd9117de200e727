/// UTF-8: no overlong form, no surrogate, nothing past U+10FFFF, no character cut off.
extension PaddedBytes {
    /// Whether the bytes of a range, which begins between characters, are UTF-8.
    @inline(__always)
    func isUTF8(_ range: Range<Int>) -> Bool {
        usesVectors ? isUTF8ByBlocks(range) : isUTF8ByBytes(range)
    }

    func isUTF8ByBytes(_ range: Range<Int>) -> Bool {
        var checker = UTF8Checker()
        for index in range {
            let byte = self[index]
            if checker.missing > 0 {
                guard checker.take(byte) else { return false }
            } else if byte >= 0x80 {
                guard checker.begin(byte) else { return false }
            }
        }
        return checker.missing == 0
    }

    func isUTF8ByBlocks(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        var before = ByteBlock(repeating: 0)
        while index &+ 16 <= range.upperBound {
            let block = block(at: index)
            if index == range.lowerBound {
                if Self.hasFault(block, behind: before) { return false }
            } else if Self.hasFault(block, self.block(at: index &- 1), self.block(at: index &- 2), self.block(at: index &- 3)) {
                return false
            }
            before = block
            index &+= 16
        }
        // The rest, with zeros for what lies behind the range: a character that is cut off is a fault then.
        let rest = block(at: index) & Self.firstLanes(range.upperBound &- index)
        return !Self.hasFault(rest, behind: before)
    }

    /// Whether a block is not UTF-8, given the block before it.
    @inline(__always)
    private static func hasFault(_ block: ByteBlock, behind before: ByteBlock) -> Bool {
        hasFault(
            block,
            block.movedBack(by: 1, behind: before),
            block.movedBack(by: 2, behind: before),
            block.movedBack(by: 3, behind: before)
        )
    }

    /// Whether a block is not UTF-8, given the sixteen bytes that begin one, two and three bytes earlier.
    @inline(__always)
    private static func hasFault(_ block: ByteBlock, _ one: ByteBlock, _ two: ByteBlock, _ three: ByteBlock) -> Bool {
        if !((block | three) & ByteBlock(repeating: 0x80)).hasAny { return false }
        // A continuation byte is below 0xC0 and not ASCII; taken as signed, that is below -64.
        let continues = block.isBelow(signed: SIMD16(repeating: -64))
        let mustContinue =
            one.isAtLeast(ByteBlock(repeating: 0xC0)) | two.isAtLeast(ByteBlock(repeating: 0xE0))
            | three.isAtLeast(ByteBlock(repeating: 0xF0))
        // Only these lead bytes narrow what may follow them, or are none.
        let rare =
            one.equals(ByteBlock(repeating: 0xE0)) | one.equals(ByteBlock(repeating: 0xED))
            | one.isAtLeast(ByteBlock(repeating: 0xF0)) | block.isAtLeast(ByteBlock(repeating: 0xF5))
            | block.equals(ByteBlock(repeating: 0xC0)) | block.equals(ByteBlock(repeating: 0xC1))
        let isSuspect = (continues ^ mustContinue) | rare
        guard isSuspect.hasAny else { return false }
        return (continues ^ mustContinue).hasAny || hasRareFault(block, after: one)
    }

    /// Whether a lead byte is none, or is followed by a byte that makes an overlong form, a surrogate or too large a
    /// character of it.
    private static func hasRareFault(_ block: ByteBlock, after one: ByteBlock) -> Bool {
        let a0 = ByteBlock(repeating: 0xA0)
        let ninety = ByteBlock(repeating: 0x90)
        var faults = one.equals(ByteBlock(repeating: 0xE0)) & block.isBelow(a0)
        faults |= one.equals(ByteBlock(repeating: 0xED)) & block.isAtLeast(a0)
        faults |= one.equals(ByteBlock(repeating: 0xF0)) & block.isBelow(ninety)
        faults |= one.equals(ByteBlock(repeating: 0xF4)) & block.isAtLeast(ninety)
        faults |= block.equals(ByteBlock(repeating: 0xC0)) | block.equals(ByteBlock(repeating: 0xC1))
        faults |= block.isAtLeast(ByteBlock(repeating: 0xF5))
        return faults.hasAny
    }

    /// Ones in so many lanes at the front, of at most 15.
    @inline(__always)
    private static func firstLanes(_ count: Int) -> ByteBlock {
        let lanes = ByteBlock(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        return lanes.isBelow(ByteBlock(repeating: UInt8(truncatingIfNeeded: count)))
    }
}

extension ByteBlock {
    /// The block moved back by one, two or three bytes, with the last ones of the block before it in front.
    @inline(__always)
    fileprivate func movedBack(by count: UInt64, behind before: ByteBlock) -> ByteBlock {
        let now = halves
        let carried = SIMD2<UInt64>(before.halves[1], now[0])
        let up = SIMD2<UInt64>(repeating: count &* 8)
        let down = SIMD2<UInt64>(repeating: 64 &- count &* 8)
        return ByteBlock(halves: (now &<< up) | (carried &>> down))
    }
}
