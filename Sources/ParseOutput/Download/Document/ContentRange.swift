import ParseTransport

/// What the header `Content-Range` says of a body: which bytes of how many (RFC 9110, section 14.4).
struct ContentRange: Sendable, Hashable {
    /// The offset of the first byte; `nil` in the form `bytes */N` of a refusal.
    let start: Int64?

    /// The offset behind the last byte; `nil` where ``start`` is.
    let end: Int64?

    /// The length of the whole document; `nil` where the server does not know it.
    let total: Int64?

    /// Reads the header's value; `nil` for another unit, bounds that contradict each other, and anything else.
    init?(_ text: String) {
        guard text.lowercased().hasPrefix("bytes ") else { return nil }
        let parts = text.dropFirst(6).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let total = Self.number(parts[1])
        guard total != nil || parts[1] == "*" else { return nil }
        self.total = total
        if parts[0] == "*" {
            guard total != nil else { return nil }
            self.start = nil
            self.end = nil
            return
        }
        let bounds = parts[0].split(separator: "-", omittingEmptySubsequences: false)
        guard bounds.count == 2, let first = Self.number(bounds[0]), let last = Self.number(bounds[1]), first <= last,
            last < total ?? .max
        else { return nil }
        self.start = first
        self.end = last + 1
    }

    /// No offset has more digits.
    private static func number(_ text: Substring) -> Int64? {
        Int64(digits: text, atMost: 18)
    }
}
