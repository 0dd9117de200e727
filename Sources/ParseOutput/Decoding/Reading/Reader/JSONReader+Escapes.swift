/// Strings with escapes.
extension JSONReader {
    /// Reads a string with escapes.
    mutating func readEscapedString() throws(JSONFault) -> String {
        let start = position &+ 1
        var text = memory.text
        memory.text = TextBuffer()
        text.removeAll()
        defer { memory.text = text }
        var index = start
        var seen = ByteBlock.zero
        let isWhole = unsafe text.write { place, count, capacity in
            unsafe unescape(&index, into: place, &count, capacity, &seen)
        }
        let isASCII = !(seen & ByteBlock(repeating: 0x80)).hasAny
        guard isWhole, index &- start <= limits.stringBytes, isASCII || bytes.isUTF8(start..<index) else {
            throw try stringFault()
        }
        position = index &+ 1
        return unsafe text.withBytes { unsafe String(valid: $0, isASCII: isASCII) }
    }

    /// Copies characters and turns escapes into characters, up to the closing quote.
    ///
    /// - Returns: whether it came to the closing quote, `nil` where more room is needed.
    private func unescape(
        _ index: inout Int,
        into place: UnsafeMutableRawPointer,
        _ count: inout Int,
        _ capacity: Int,
        _ seen: inout ByteBlock
    ) -> Bool? {
        // Each round writes at most sixteen bytes behind a count that is within the capacity.
        while count <= capacity {
            if bytes[index] == UInt8(ascii: "\\") {
                guard let character = bytes.escape(at: &index) else { return false }
                unsafe place.storeBytes(of: character.bytes.littleEndian, toByteOffset: count, as: UInt32.self)
                count &+= character.count
                continue
            }
            guard usesVectors else {
                let byte = bytes[index]
                if byte == UInt8(ascii: "\"") { return true }
                guard byte >= 0x20 else { return false }
                unsafe place.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
                seen[0] |= byte
                index &+= 1
                count &+= 1
                continue
            }
            let block = bytes.block(at: index)
            unsafe place.storeBytes(of: block, toByteOffset: count, as: ByteBlock.self)
            seen |= block
            let stops = PaddedBytes.stops(block)
            guard stops.hasAny else {
                index &+= 16
                count &+= 16
                continue
            }
            let run = stops.firstSet
            index &+= run
            count &+= run
            let stop = bytes[index]
            if stop == UInt8(ascii: "\"") { return true }
            if stop != UInt8(ascii: "\\") { return false }
        }
        return nil
    }
}
