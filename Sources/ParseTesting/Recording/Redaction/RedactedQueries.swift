/// Replaces what a text holds of URLs and may be secret: every value of a query, user info, and what names a workspace.
///
/// The names of a query stay, so that the text still says what kind of URL it was, and still is one.
enum RedactedQueries {
    /// Whether a text can hold anything of that kind at all; most cannot.
    static func mayBeNeeded(for text: some Collection<UInt8>) -> Bool {
        text.contains { "=?@%#;\\".utf8.contains($0) } || !text.ranges(of: Array("ws_".utf8)).isEmpty
    }

    /// Redacts a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - holdsSecret: whether a text without escapes holds one of the known secrets.
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

    /// Whether a word holds a known secret behind escapes, however many of its characters, and however often.
    private static func hides(_ word: String, _ holdsSecret: (String) -> Bool) -> Bool {
        var word = word
        for _ in 0..<3 {
            let decoded = unescaped(word)
            guard decoded != word else { return false }
            if holdsSecret(decoded) { return true }
            word = decoded
        }
        return false
    }

    /// A text without its percent-escapes, and without those of JSON where it is a part of some.
    private static func unescaped(_ text: String) -> String {
        var rest = Array(text.utf8)[...]
        var decoded: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = number(rest.prefix(2)), rest.count >= 2 {
                decoded.append(UInt8(truncatingIfNeeded: value))
                rest = rest.dropFirst(2)
            } else if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "u"), rest.count >= 5,
                let value = number(rest.dropFirst().prefix(4)), let scalar = Unicode.Scalar(value)
            {
                decoded += String(scalar).utf8
                rest = rest.dropFirst(5)
            } else if byte != UInt8(ascii: "\\") {
                decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
        let text = String(decoding: digits, as: UTF8.self)
        return text.allSatisfy(\.isHexDigit) ? UInt32(text, radix: 16) : nil
    }

    /// Where the slashes behind a scheme end: `://`, each perhaps escaped as in JSON, or in JSON within JSON.
    private static func authority(of text: String) -> String.Index? {
        var rest = text[...]
        while let colon = rest.firstIndex(of: ":") {
            rest = rest[rest.index(after: colon)...]
            let slashes = rest.prefix { $0 == "/" || $0 == "\\" }
            if slashes.count(where: { $0 == "/" }) >= 2 { return slashes.endIndex }
        }
        return nil
    }

    private static func word(_ word: String) -> String {
        let lowercased = word.lowercased()
        let isURL = authority(of: word) != nil
        let isSigned = ["x-amz-", "x-goog-", "signature="].contains { lowercased.contains($0) }
        let isEncoded = isURL && ["%3f", "%3d", "%253"].contains { lowercased.contains($0) }
        guard isURL || isSigned || word.contains("?") && word.contains("=") else { return withoutWorkspaces(word) }
        // What closes a sentence, or a link of Markdown, is not the URL's.
        let closing = word.utf8.reversed().prefix { ")].,;'}".utf8.contains($0) }.count
        let body = word.utf8.dropLast(closing)
        // A fragment and the parameters of a path carry keys as well.
        let mark = body.firstIndex { (isURL ? "?#;" : "?").utf8.contains($0) }
        var base = String(Substring(body[..<(mark ?? body.endIndex)]))
        var query = mark.map { String(Substring(body[$0...].dropFirst())) }
        // Of a URL that was cut the query alone may be left.
        if query == nil, isSigned { (base, query) = ("", base) }
        if isURL { base = withoutUserInfo(base) }
        if isEncoded { base = withoutEncodedQuery(base) }
        let shown = query.map { (mark.map { String(Substring(body[$0...].prefix(1))) } ?? "") + values(of: $0) } ?? ""
        return withoutWorkspaces(base) + shown + String(Substring(word.utf8.suffix(closing)))
    }

    private static func values(of query: String) -> String {
        query.split(separator: "&", omittingEmptySubsequences: false).map { pair in
            guard let equals = pair.firstIndex(of: "=") else { return pair.isEmpty ? "" : RecordingRedactor.mark }
            return pair[...equals] + RecordingRedactor.mark
        }.joined(separator: "&")
    }

    private static func withoutUserInfo(_ base: String) -> String {
        guard let start = authority(of: base), let at = base[start...].lastIndex(of: "@") else { return base }
        return base[..<start] + RecordingRedactor.mark + base[at...]
    }

    /// A URL within a URL, percent-encoded.
    private static func withoutEncodedQuery(_ base: String) -> String {
        guard let percent = base.firstIndex(of: "%") else { return base }
        return base[..<percent] + RecordingRedactor.mark
    }

    /// Ids of workspaces are known by how they begin; `rows_total` is none.
    private static func withoutWorkspaces(_ text: String) -> String {
        var rest = text[...]
        var shown = ""
        while let start = rest.firstRange(of: "ws_") {
            let isWord = rest[..<start.lowerBound].last.map { !isOfWord($0) } ?? shown.isEmpty
            let id = rest[start.upperBound...].prefix { isOfWord($0) || $0 == "-" }
            shown += String(rest[..<start.upperBound]) + (isWord && id.count >= 4 ? RecordingRedactor.mark : String(id))
            rest = rest[id.endIndex...]
        }
        return shown + rest
    }

    private static func isOfWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }
}
