/// A message as it may be shown: every URL in it redacted, its length bounded.
///
/// Libraries put the URL they failed on into their messages, query and all.
public struct RedactedText: Sendable, Hashable, CustomStringConvertible {
    /// The text that is safe to log.
    public let description: String

    /// Redacts a message.
    ///
    /// - Parameters:
    ///   - text: a message from anywhere.
    ///   - limit: the most characters kept; less than none counts as none. Default: 1,000.
    public init(_ text: String, limit: Int = 1_000) {
        // Bytes, not characters: a combining mark after a delimiter would hide it.
        var rest = text.utf8[...]
        var redacted = ""
        while !rest.isEmpty {
            let word = Self.word(in: rest)
            let shown = String(Substring(word))
            redacted += Self.mayHoldURL(word) ? RedactedURL(text: shown).description : shown
            rest = rest[word.endIndex...]
            if let delimiter = rest.popFirst() { redacted.unicodeScalars.append(Unicode.Scalar(delimiter)) }
        }
        // Shortened last: a URL that the limit cut in two would not be known for what it is.
        let kept = redacted.prefix(max(0, limit))
        self.description = kept.endIndex < redacted.endIndex ? kept + "…" : redacted
    }

    /// What a text begins with up to a delimiter; an earlier redaction is none, so that redacting twice changes nothing.
    private static func word(in text: Substring.UTF8View) -> Substring.UTF8View {
        var end = text.startIndex
        while end < text.endIndex {
            if text[end...].starts(with: RedactedURL.mark.utf8) {
                end = text.index(end, offsetBy: RedactedURL.mark.utf8.count)
            } else if endsURL(text[end]) {
                break
            } else {
                end = text.index(after: end)
            }
        }
        return text[..<end]
    }

    /// White space and what cannot stand in a URL; brackets and single quotes can, also within a query's value.
    private static func endsURL(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || "\"<>`".utf8.contains(byte)
    }

    private static func mayHoldURL(_ word: Substring.UTF8View) -> Bool {
        if RedactedURL.authority(in: word) != nil || RedactedURL.encodedURL(in: word) != nil { return true }
        // A request target such as `/path?name=value`.
        guard let query = word.firstIndex(of: UInt8(ascii: "?")) else { return false }
        return word[query...].contains(UInt8(ascii: "="))
    }
}
