/// Tokens that lie whole among the bytes: where each ends, if it is well-formed.
extension PaddedBytes {
    /// The index behind a string, number or literal.
    ///
    /// - Returns: `nil` for what is not well-formed or may go on behind the bytes, and for numbers with an exponent.
    @inline(__always)
    func endOfToken(_ kind: JSONKind, at index: Int) -> Int? {
        switch kind {
        case .string: return endOfString(at: index)
        case .number:
            var behind = index
            return DecimalNumber(self, at: &behind) == nil || behind >= count ? nil : behind
        case .boolean, .null: return endOfLiteral(at: index)
        default: return nil
        }
    }

    /// The index behind a string, at its opening quote.
    @inline(__always)
    func endOfString(at index: Int) -> Int? {
        let stop = endOfASCIIRun(from: index &+ 1)
        return self[stop] == UInt8(ascii: "\"") ? stop &+ 1 : endOfOtherString(from: stop)
    }

    /// The index behind a string of plain ASCII without escapes, at its opening quote.
    @inline(__always)
    func endOfPlainString(at index: Int) -> Int? {
        let stop = endOfASCIIRun(from: index &+ 1)
        return self[stop] == UInt8(ascii: "\"") ? stop &+ 1 : nil
    }

    /// The index behind a string that is more than plain ASCII; `start` is that of its first character that is not.
    @inline(never)
    private func endOfOtherString(from start: Int) -> Int? {
        var index = start
        while true {
            let text = index
            index = endOfRun(from: index)
            guard isUTF8(text..<index) else { return nil }
            switch self[index] {
            case UInt8(ascii: "\""): return index &+ 1
            case UInt8(ascii: "\\"): guard escape(at: &index) != nil else { return nil }
            default: return nil
            }
        }
    }

    /// The index behind `true`, `false` or `null`.
    @inline(__always)
    private func endOfLiteral(at index: Int) -> Int? {
        guard let literal = JSONLiteral(first: self[index]) else { return nil }
        let mask: UInt64 = (1 &<< UInt64(literal.count &* 8)) &- 1
        return word(at: index) & mask == literal.packed ? index &+ literal.count : nil
    }
}
