/// Tokens that lie whole among the bytes and have nothing odd about them.
extension PaddedBytes {
    /// The index behind a string, number or literal.
    ///
    /// - Returns: `nil` for whatever has an escape or an exponent, is not well-formed, or may go on behind the bytes.
    @inline(__always)
    func endOfPlainToken(_ kind: JSONKind, at index: Int) -> Int? {
        switch kind {
        case .string: return endOfPlainString(at: index)
        case .number:
            var behind = index
            return DecimalNumber(self, at: &behind) == nil || behind >= count ? nil : behind
        default: return nil
        }
    }

    /// The index behind a string without escapes, at its opening quote.
    @inline(__always)
    func endOfPlainString(at index: Int) -> Int? {
        let start = index &+ 1
        let text = endOfASCIIRun(from: start)
        var stop = text
        if self[stop] >= 0x80 {
            stop = endOfRun(from: stop)
            guard self[stop] == UInt8(ascii: "\""), isUTF8(text..<stop) else { return nil }
        }
        return self[stop] == UInt8(ascii: "\"") ? stop &+ 1 : nil
    }
}
