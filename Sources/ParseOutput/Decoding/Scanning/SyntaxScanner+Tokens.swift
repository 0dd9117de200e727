/// The tokens: strings, numbers and literals.
extension SyntaxScanner {
    /// Goes on with the token under way.
    ///
    /// - Returns: whether it ended.
    @inline(__always)
    mutating func proceed(
        _ bytes: PaddedBytes,
        from index: inout Int,
        to end: Int,
        base: Int64
    ) throws(JSONFault) -> Bool {
        let limit = tokenLimit
        let end = min(end, limit.map { Int($0 - base) } ?? end)
        let hasEnded =
            switch token {
            case .none: true
            case .key, .string: try string.scan(bytes, from: &index, to: end, base: base)
            case .number: try number.scan(bytes, from: &index, to: end, base: base)
            case .literal: try literal.scan(bytes, from: &index, to: end, base: base)
            }
        if hasEnded {
            endToken()
        } else if let limit, base + Int64(index) == limit {
            throw tokenFault(at: limit - 1)
        }
        return hasEnded
    }

    @inline(__always)
    private mutating func endToken() {
        if token == .key {
            if let name = string.key { key = name }
            expectation = .colon
        } else {
            expectation = containers.isEmpty ? .nothing : .commaOrEnd
        }
        token = .none
    }

    /// The offset that the token under way must have ended before.
    ///
    /// One byte more than the limit is looked at, as only the byte behind tells that a token is not longer.
    private var tokenLimit: Int64? {
        guard isLimited else { return nil }
        switch token {
        case .none, .literal: return nil
        case .key, .string: return tokenStart + Int64(limits.stringBytes) + 2
        case .number: return tokenStart + Int64(limits.numberBytes) + 1
        }
    }

    private func tokenFault(at offset: Int64) -> JSONFault {
        if token == .number {
            return .limit("numberBytes", of: Int64(limits.numberBytes), exceededBy: "A number", at: offset)
        }
        return .limit("stringBytes", of: Int64(limits.stringBytes), exceededBy: "A string", at: offset)
    }
}
