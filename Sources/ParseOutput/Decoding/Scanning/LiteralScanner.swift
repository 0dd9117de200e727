/// Checks `true`, `false` or `null` across any cut.
struct LiteralScanner: Sendable {
    private let literal: JSONLiteral
    private var taken = 0

    init(_ literal: JSONLiteral) {
        self.literal = literal
    }

    /// Goes on with the literal.
    ///
    /// - Returns: whether it ended, with `index` behind it; otherwise `index` is `end`.
    mutating func scan(
        _ bytes: PaddedBytes,
        from index: inout Int,
        to end: Int,
        base: Int64
    ) throws(JSONFault) -> Bool {
        while index < end {
            guard bytes[index] == literal[taken] else {
                throw .unexpected(bytes[index], at: base + Int64(index), expected: literal.expectation)
            }
            index += 1
            taken += 1
            if taken == literal.count { return true }
        }
        return false
    }
}
