/// Strings.
extension JSONReader {
    /// Reads a string.
    @inline(__always)
    mutating func readString() throws(JSONFault) -> String {
        guard bytes[position] == UInt8(ascii: "\"") else { throw mismatch(.string) }
        let start = position &+ 1
        let stop = bytes.endOfASCIIRun(from: start)
        guard bytes[stop] == UInt8(ascii: "\""), stop &- start <= limits.stringBytes else {
            return try readOtherString(stop)
        }
        position = stop &+ 1
        return unsafe bytes.withBytes(start..<stop) { unsafe String(valid: $0, isASCII: true) }
    }

    /// Reads an id that often equals the last one read so, or null as `nil`.
    mutating func readRepeatedID() throws(JSONFault) -> String? {
        if try takeNull() { return nil }
        guard bytes[position] == UInt8(ascii: "\"") else { throw mismatch(.string) }
        let start = position &+ 1
        let stop = bytes.endOfASCIIRun(from: start)
        guard bytes[stop] == UInt8(ascii: "\""), stop &- start <= limits.stringBytes else {
            return try readOtherString(stop)
        }
        position = stop &+ 1
        return memory.repeatedID.string(bytes, start..<stop)
    }

    /// Reads a string that is more than plain ASCII; `stop` is the index of its first byte that is not.
    private mutating func readOtherString(_ stop: Int) throws(JSONFault) -> String {
        let start = position &+ 1
        let text = stop
        var stop = stop
        if bytes[stop] >= 0x80 { stop = bytes.endOfRun(from: stop) }
        if bytes[stop] == UInt8(ascii: "\\") { return try readEscapedString() }
        guard bytes[stop] == UInt8(ascii: "\""), stop &- start <= limits.stringBytes, bytes.isUTF8(text..<stop) else {
            throw try stringFault()
        }
        position = stop &+ 1
        return unsafe bytes.withBytes(start..<stop) { unsafe String(valid: $0, isASCII: false) }
    }

    /// Checks a string and forgets it.
    mutating func skipString() throws(JSONFault) {
        let start = position &+ 1
        guard let behind = bytes.endOfString(at: position), behind &- start <= limits.stringBytes &+ 1 else {
            _ = try scanString(collectingKey: false)
            return
        }
        position = behind
    }

    /// Checks a string byte by byte, at its opening quote, and goes behind it.
    ///
    /// This is what says which fault a string has, and where.
    @inline(never)
    mutating func scanString(collectingKey: Bool) throws(JSONFault) -> StringScanner {
        var scanner = StringScanner(collectingKey: collectingKey)
        // One byte more than the limit is looked at, as only the byte behind tells that a string is not longer.
        let limit = position + limits.stringBytes + 2
        position &+= 1
        if try scanner.scan(bytes, from: &position, to: min(end, limit), base: base) { return scanner }
        guard position == limit else { throw truncated }
        let bound = Int64(limits.stringBytes)
        throw .limit("stringBytes", of: bound, exceededBy: "A string", at: offset(of: limit - 1))
    }

    /// The fault of the string at the position, which has one.
    @inline(never)
    mutating func stringFault() throws(JSONFault) -> JSONFault {
        _ = try scanString(collectingKey: false)
        return truncated
    }
}

extension String {
    /// Makes a string of bytes that are known to be UTF-8.
    @inline(__always)
    @unsafe init(valid bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            // Whoever calls has checked the bytes, and they outlive the copy.
            let span = unsafe Span(_unsafeElements: bytes)
            self.init(copying: unsafe UTF8Span(unchecked: span, isKnownASCII: isASCII))
        } else {
            unsafe self.init(decoding: bytes, as: UTF8.self)
        }
    }
}
