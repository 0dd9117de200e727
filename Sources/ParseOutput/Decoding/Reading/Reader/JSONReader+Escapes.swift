/// Strings with escapes.
extension JSONReader {
    /// Reads a string with escapes.
    mutating func readEscapedString() throws(JSONFault) -> String {
        let start = position &+ 1
        var text = memory.text
        memory.text = TextBuffer()
        text.removeAll()
        defer { memory.text = text }
        var copy = UnescapedCopy(from: start)
        let isWhole = unsafe text.write { place, count, capacity in
            unsafe copy.advance(bytes, into: place, &count, capacity)
        }
        guard isWhole, copy.isUTF8, copy.index &- start <= limits.stringBytes else { throw try stringFault() }
        position = copy.index &+ 1
        return unsafe text.withBytes { unsafe String(valid: $0, isASCII: copy.isASCII) }
    }
}

/// Copies a string's characters, and turns escapes into characters.
private struct UnescapedCopy {
    /// The index of the next byte; in the end that of the closing quote.
    private(set) var index: Int

    /// Whether no character of more than a byte stood for itself or was made of an escape.
    private(set) var isASCII = true

    /// Whether the characters that stood for themselves are UTF-8.
    var isUTF8: Bool { isSound && check.isPassed }

    private var check = UTF8BlockCheck()
    private var isSound = true

    init(from index: Int) {
        self.index = index
    }

    /// Goes on to the closing quote, or until there is no more room.
    ///
    /// - Parameters:
    ///   - bytes: the bytes that the string lies in.
    ///   - place: where the characters go; ``TextBuffer/margin`` bytes behind the capacity may be written.
    ///   - count: how many bytes have been written.
    ///   - capacity: how many may be written.
    /// - Returns: whether it came to the closing quote, `nil` where more room is needed.
    @inline(__always)
    mutating func advance(
        _ bytes: PaddedBytes,
        into place: UnsafeMutableRawPointer,
        _ count: inout Int,
        _ capacity: Int
    ) -> Bool? {
        // What changes with every byte is kept out of memory, which what is written might overlap for all one knows.
        var written = count
        var copy = self
        defer {
            count = written
            self = copy
        }
        // Each round writes at most sixteen bytes behind a count that is within the capacity.
        while written <= capacity {
            if bytes[copy.index] == UInt8(ascii: "\\") {
                guard let character = bytes.escape(at: &copy.index) else { return false }
                unsafe place.storeBytes(of: character.bytes.littleEndian, toByteOffset: written, as: UInt32.self)
                written &+= character.count
                copy.isASCII = copy.isASCII && character.count == 1
                continue
            }
            let end = unsafe place + written
            written &+= usesVectors ? unsafe copy.copyBlock(bytes, to: end) : unsafe copy.copyRun(bytes, to: end)
            if bytes[copy.index] == UInt8(ascii: "\"") { return true }
            if bytes[copy.index] < 0x20 { return false }
        }
        return nil
    }

    /// Copies sixteen bytes, of which those before the next stop count.
    @inline(__always)
    private mutating func copyBlock(_ bytes: PaddedBytes, to place: UnsafeMutableRawPointer) -> Int {
        let block = bytes.block(at: index)
        unsafe place.storeBytes(of: block, as: ByteBlock.self)
        let stops = PaddedBytes.stops(block)
        let run = stops.hasAny ? stops.firstSet : 16
        // A character that began before the block may have to go on in it.
        if ((block | bytes.block(at: index &- 3)) & ByteBlock(repeating: 0x80)).hasAny {
            isASCII = false
            if run == 16 {
                check.take(bytes, at: index)
                // What follows may be the end or an escape, from where nothing looks back.
                if bytes[index &+ 16] < 0x80 { check.take(bytes, at: index &+ 16, count: 0) }
            } else {
                check.take(bytes, at: index, count: run)
            }
        }
        index &+= run
        return run
    }

    /// The same, byte by byte.
    private mutating func copyRun(_ bytes: PaddedBytes, to place: UnsafeMutableRawPointer) -> Int {
        let end = bytes.endOfRun(from: index)
        let text = index..<(end - index < 16 ? end : bytes.endOfWholeCharacters(from: index, to: index + 15))
        for (offset, index) in text.enumerated() {
            unsafe place.storeBytes(of: bytes[index], toByteOffset: offset, as: UInt8.self)
            isASCII = isASCII && bytes[index] < 0x80
        }
        isSound = isSound && bytes.isUTF8(text)
        index = text.upperBound
        return text.count
    }
}
