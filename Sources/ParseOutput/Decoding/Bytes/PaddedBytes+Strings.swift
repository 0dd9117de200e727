/// Runs of characters inside a string. The 0 behind the end is a control character, so every run ends there at the
/// latest.
extension PaddedBytes {
    /// The end of a run of ASCII characters that stand for themselves: a quote, a backslash, a control character or the
    /// first byte of a longer character.
    @inline(__always)
    func endOfASCIIRun(from start: Int) -> Int {
        usesVectors ? endOfASCIIRunByBlocks(from: start) : endOfASCIIRunByWords(from: start)
    }

    /// The end of a run of characters of any length that stand for themselves: a quote, a backslash or a control
    /// character.
    @inline(__always)
    func endOfRun(from start: Int) -> Int {
        usesVectors ? endOfRunByBlocks(from: start) : endOfRunByWords(from: start)
    }

    /// The end of a run of characters of any length that stand for themselves, without one that is cut off at the end.
    func endOfWholeCharacters(from start: Int, to end: Int) -> Int {
        let stop = endOfRun(from: start)
        guard stop >= end else { return stop }
        for missing in 1...3 where end - missing >= start {
            let lead = self[end - missing]
            if lead >= 0xC0 {
                let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
                return length > missing ? end - missing : end
            }
        }
        return end
    }
}

// MARK: - Sixteen bytes a step

extension PaddedBytes {
    @inline(__always)
    func endOfASCIIRunByBlocks(from start: Int) -> Int {
        var index = start
        let quote = ByteBlock(repeating: UInt8(ascii: "\""))
        let backslash = ByteBlock(repeating: UInt8(ascii: "\\"))
        // Taken as signed bytes, control characters and all that is not ASCII are below the space.
        let space = SIMD16<Int8>(repeating: 0x20)
        while true {
            let block = block(at: index)
            let stops = block.equals(quote) | block.equals(backslash) | block.isBelow(signed: space)
            if stops.hasAny { return index &+ stops.firstSet }
            index &+= 16
        }
    }

    @inline(__always)
    func endOfRunByBlocks(from start: Int) -> Int {
        var index = start
        while true {
            let stops = Self.stops(block(at: index))
            if stops.hasAny { return index &+ stops.firstSet }
            index &+= 16
        }
    }

    /// Lanes of ones where a character does not stand for itself.
    @inline(__always)
    static func stops(_ block: ByteBlock) -> ByteBlock {
        let quote = ByteBlock(repeating: UInt8(ascii: "\""))
        let backslash = ByteBlock(repeating: UInt8(ascii: "\\"))
        let space = ByteBlock(repeating: 0x20)
        return block.equals(quote) | block.equals(backslash) | block.isBelow(space)
    }
}

// MARK: - Eight bytes a step

extension PaddedBytes {
    func endOfASCIIRunByWords(from start: Int) -> Int {
        var index = start
        while true {
            let word = word(at: index)
            let stops = word.specialBytes | word & 0x8080_8080_8080_8080
            if stops != 0 { return index &+ stops.trailingZeroBitCount &>> 3 }
            index &+= 8
        }
    }

    func endOfRunByWords(from start: Int) -> Int {
        var index = start
        while true {
            let stops = word(at: index).specialBytes
            if stops != 0 { return index &+ stops.trailingZeroBitCount &>> 3 }
            index &+= 8
        }
    }
}
