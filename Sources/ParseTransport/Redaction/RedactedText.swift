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
    ///   - limit: the most characters kept. Default: 1,000.
    public init(_ text: String, limit: Int = 1_000) {
        let shown = text.count > limit ? text.prefix(limit) + "…" : text[...]
        // A URL ends at white space or at a character that cannot stand in one.
        let pieces = shown.split(omittingEmptySubsequences: false) { " \t\r\n\"'<>()".contains($0) }
        var redacted = ""
        for piece in pieces {
            redacted += piece.contains("://") ? RedactedURL(text: String(piece)).description : String(piece)
            if piece.endIndex < shown.endIndex { redacted.append(shown[piece.endIndex]) }
        }
        self.description = redacted
    }
}
