/// Replaces what a text holds of URLs and may be secret: every value of a query, user info, and what names a workspace.
///
/// The names of a query stay, so that the text still says what kind of URL it was, and still is one.
enum RedactedQueries {
    /// Whether a text can hold anything of that kind at all; most cannot.
    static func mayBeNeeded(for text: some Collection<UInt8>) -> Bool {
        text.contains { "=?@%".utf8.contains($0) } || !text.ranges(of: Array("ws_".utf8)).isEmpty
    }

    /// Redacts a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - holdsSecret: whether a text without percent-escapes holds one of the known secrets.
    /// - Returns: the text without what may be secret.
    static func text(_ text: String, holdsSecret: (String) -> Bool) -> String {
        guard mayBeNeeded(for: text.utf8) else { return text }
        var rest = text.utf8[...]
        var redacted = ""
        while !rest.isEmpty {
            let word = rest.prefix { !endsURL($0) }
            let shown = String(Substring(word))
            redacted += hides(shown, holdsSecret) ? RecordingRedactor.mark : self.word(shown)
            rest = rest[word.endIndex...]
            if let delimiter = rest.popFirst() { redacted.unicodeScalars.append(Unicode.Scalar(delimiter)) }
        }
        return redacted
    }

    /// White space, and what cannot stand in a URL.
    private static func endsURL(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || "\"<>`".utf8.contains(byte)
    }

    /// Whether a word holds a known secret behind percent-escapes, however many of its characters, and however often.
    private static func hides(_ word: String, _ holdsSecret: (String) -> Bool) -> Bool {
        var word = word
        for _ in 0..<3 {
            let decoded = percentDecoded(word)
            guard decoded != word else { return false }
            if holdsSecret(decoded) { return true }
            word = decoded
        }
        return false
    }

    private static func percentDecoded(_ text: String) -> String {
        var rest = Array(text.utf8)[...]
        var decoded: [UInt8] = []
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                decoded.append(value)
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func word(_ word: String) -> String {
        let lowercased = word.lowercased()
        let isURL = lowercased.contains("://") || lowercased.contains(":\\/\\/")
        let isSigned = ["x-amz-", "x-goog-", "signature="].contains { lowercased.contains($0) }
        let isEncoded = isURL && ["%3f", "%3d", "%253"].contains { lowercased.contains($0) }
        guard isURL || isSigned || word.contains("?") && word.contains("=") else { return word }
        // What closes a sentence, or a link of Markdown, is not the URL's.
        let closing = word.utf8.reversed().prefix { ")].,;'}".utf8.contains($0) }.count
        let body = word.utf8.dropLast(closing)
        let mark = body.firstIndex(of: UInt8(ascii: "?"))
        var base = String(Substring(body[..<(mark ?? body.endIndex)]))
        var query = mark.map { String(Substring(body[$0...].dropFirst())) }
        // Of a URL that was cut the query alone may be left.
        if query == nil, isSigned { (base, query) = ("", base) }
        if isURL { base = withoutWorkspaces(withoutUserInfo(base)) }
        if isEncoded { base = withoutEncodedQuery(base) }
        let shown = query.map { (mark == nil ? "" : "?") + values(of: $0) } ?? ""
        return base + shown + String(Substring(word.utf8.suffix(closing)))
    }

    private static func values(of query: String) -> String {
        query.split(separator: "&", omittingEmptySubsequences: false).map { pair in
            guard let equals = pair.firstIndex(of: "=") else { return pair.isEmpty ? "" : RecordingRedactor.mark }
            return pair[...equals] + RecordingRedactor.mark
        }.joined(separator: "&")
    }

    private static func withoutUserInfo(_ base: String) -> String {
        guard let slashes = base.firstRange(of: "//"), let at = base[slashes.upperBound...].lastIndex(of: "@") else {
            return base
        }
        return base[..<slashes.upperBound] + RecordingRedactor.mark + base[at...]
    }

    /// A URL within a URL, percent-encoded.
    private static func withoutEncodedQuery(_ base: String) -> String {
        guard let percent = base.firstIndex(of: "%") else { return base }
        return base[..<percent] + RecordingRedactor.mark
    }

    /// Ids of workspaces are known by how they begin.
    private static func withoutWorkspaces(_ base: String) -> String {
        var rest = base[...]
        var shown = ""
        while let start = rest.firstRange(of: "ws_") {
            shown += rest[..<start.upperBound] + RecordingRedactor.mark
            rest = rest[start.upperBound...].drop { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        }
        return shown + rest
    }
}
