/// A string that is made once for many equal ones in a row.
struct RepeatedString: Sendable {
    private var string = ""
    private var halves = (ByteBlock.zero, ByteBlock.zero)
    private var count = 0

    /// The string of some bytes, which are ASCII: the last one, if it has the same bytes.
    ///
    /// Only strings of 16 to 32 bytes are kept: shorter ones cost nothing, longer ones do not repeat.
    mutating func string(_ bytes: PaddedBytes, _ range: Range<Int>) -> String {
        guard (16...32).contains(range.count) else {
            return unsafe bytes.withBytes(range) { unsafe String(valid: $0, isASCII: true) }
        }
        // Two blocks that overlap, or touch, hold all of it.
        let first = bytes.block(at: range.lowerBound)
        let last = bytes.block(at: range.upperBound - 16)
        if count == range.count, !((first ^ halves.0) | (last ^ halves.1)).hasAny { return string }
        string = unsafe bytes.withBytes(range) { unsafe String(valid: $0, isASCII: true) }
        halves = (first, last)
        count = range.count
        return string
    }
}
