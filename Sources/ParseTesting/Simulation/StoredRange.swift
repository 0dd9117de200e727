/// One range of bytes that a request asks a storage for.
struct StoredRange {
    /// The offsets; `nil` where none of it is there.
    let range: Range<Int>?

    private let count: Int

    /// Reads a header `Range`; `nil` for what is not one range of bytes, which a storage passes over.
    ///
    /// - Parameters:
    ///   - header: the header's value.
    ///   - count: how long the document is.
    init?(_ header: String, of count: Int) {
        self.count = count
        guard header.hasPrefix("bytes="), !header.contains(",") else { return nil }
        let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        if ends[0].isEmpty {
            guard let suffix = Self.number(ends[1]) else { return nil }
            range = suffix == 0 || count == 0 ? nil : max(0, count - suffix)..<count
            return
        }
        guard let first = Self.number(ends[0]) else { return nil }
        guard first < count else {
            range = nil
            return
        }
        guard !ends[1].isEmpty else {
            range = first..<count
            return
        }
        guard let last = Self.number(ends[1]), last >= first else { return nil }
        range = first..<min(last, count - 1) + 1
    }

    /// Digits and nothing else: no sign.
    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    /// The header `Content-Range` of an answer with these bytes.
    var contentRange: String {
        range.map { "bytes \($0.lowerBound)-\($0.upperBound - 1)/\(count)" } ?? "bytes */\(count)"
    }
}
