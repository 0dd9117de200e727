/// UTF-8: no overlong form, no surrogate, nothing past U+10FFFF, no character cut off.
extension PaddedBytes {
    /// Whether the bytes of a range, which begins between characters, are UTF-8.
    @inline(__always)
    func isUTF8(_ range: Range<Int>) -> Bool {
        usesVectors ? isUTF8ByBlocks(range) : isUTF8ByBytes(range)
    }

    /// Passes blocks of ASCII, two in a step.
    @inline(__always)
    private func endOfASCIIBlocks(from start: Int, to end: Int) -> Int {
        var index = start
        while index &+ 32 <= end {
            let blocks = block(at: index) | block(at: index &+ 16)
            if (blocks & ByteBlock(repeating: 0x80)).hasAny { return index }
            index &+= 32
        }
        return index
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
        var check = UTF8BlockCheck()
        forEachBlock(of: range) { block, one, two, three in check.take(block, one, two, three) }
        guard !check.hasFault else { return false }
        guard check.hasRareLead else { return true }
        var faults = ByteBlock.zero
        forEachBlock(of: range) { block, one, _, _ in faults |= UTF8BlockCheck.rareFaults(of: block, after: one) }
        return !faults.hasAny
    }

    /// Hands out the blocks of a range that may have a character that is not ASCII in them or under way, each with the
    /// sixteen bytes that begin one, two and three bytes earlier.
    ///
    /// Nothing before the range matters, as it begins with a character. In the last block there are zeros for what lies
    /// behind the range, so that a character that is cut off is a fault.
    @inline(__always)
    private func forEachBlock(of range: Range<Int>, _ body: (ByteBlock, ByteBlock, ByteBlock, ByteBlock) -> Void) {
        let (start, end) = (range.lowerBound, range.upperBound)
        var index = endOfASCIIBlocks(from: start, to: end)
        if index == start, index &+ 16 <= end {
            let first = block(at: index)
            body(first, first.movedBack(by: 1), first.movedBack(by: 2), first.movedBack(by: 3))
            index &+= 16
        }
        while index &+ 16 <= end {
            let block = block(at: index)
            // Behind an ASCII character no other one is under way.
            if self[index &- 1] < 0x80, !(block & ByteBlock(repeating: 0x80)).hasAny {
                index = endOfASCIIBlocks(from: index &+ 16, to: end)
            } else {
                body(block, self.block(at: index &- 1), self.block(at: index &- 2), self.block(at: index &- 3))
                index &+= 16
            }
        }
        let rest = block(at: index) & ByteBlock.first(end &- index)
        let before = index == start ? ByteBlock.zero : block(at: index &- 16)
        body(
            rest,
            rest.movedBack(by: 1, behind: before),
            rest.movedBack(by: 2, behind: before),
            rest.movedBack(by: 3, behind: before)
        )
    }
}
