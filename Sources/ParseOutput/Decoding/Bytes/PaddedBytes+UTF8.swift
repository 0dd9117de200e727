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
        var index = range.lowerBound
        while index &+ 16 <= range.upperBound {
            // Behind an ASCII character no other one is under way.
            if self[index &- 1] < 0x80, !(block(at: index) & ByteBlock(repeating: 0x80)).hasAny {
                index = endOfASCIIBlocks(from: index &+ 16, to: range.upperBound)
            } else {
                check.take(self, at: index)
                index &+= 16
            }
        }
        check.take(self, at: index, count: range.upperBound &- index)
        return check.isPassed
    }
}
