/// An entity tag: what tells one version of a stored document from another (RFC 9110, section 8.8.3).
struct ETag: Sendable, Hashable {
    /// The tag as it was sent, with its quotes.
    let text: String

    /// Whether two documents of this tag may differ in their bytes.
    let isWeak: Bool

    /// Reads the header's value; `nil` for what is no tag, or could not be sent back.
    init?(_ text: String?) {
        guard let text else { return nil }
        let opaque = text.hasPrefix("W/") ? text.dropFirst(2) : text[...]
        guard opaque.utf8.count >= 2, opaque.hasPrefix("\""), opaque.hasSuffix("\""),
            opaque.utf8.dropFirst().dropLast().allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") })
        else { return nil }
        self.text = text
        self.isWeak = text.hasPrefix("W/")
    }
}
