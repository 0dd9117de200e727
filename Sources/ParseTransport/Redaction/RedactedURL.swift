#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A URL as it may be shown: scheme, host, path and the names of the query, never a value of it.
///
/// The query of a presigned URL is a credential: whoever reads it can read the document.
public struct RedactedURL: Sendable, Hashable, CustomStringConvertible {
    /// The text that is safe to log.
    public let description: String

    /// Redacts a URL.
    ///
    /// - Parameter url: any URL.
    public init(_ url: URL) {
        self.init(text: url.absoluteString)
    }

    /// Redacts the text of a URL, also one that does not parse.
    ///
    /// - Parameter text: a URL, or something that was meant to be one.
    public init(text: String) {
        // Bytes, not characters: a combining mark after a delimiter would hide it.
        let beforeFragment = text.utf8.prefix { $0 != UInt8(ascii: "#") }
        let base = beforeFragment.prefix { $0 != UInt8(ascii: "?") }
        let names = beforeFragment.dropFirst(base.count + 1).split(separator: UInt8(ascii: "&")).map(Self.withoutValue)
        let shown = names.isEmpty ? "" : "?" + names.joined(separator: "&")
        if let nested = Self.encodedURL(in: base) {
            self.description = Self.withoutUserInfo(base[..<nested]) + Self.mark + shown
        } else {
            self.description = Self.withoutUserInfo(base) + shown
        }
    }

    static let mark = "<redacted>"

    /// Shows the name of a query item that has a value; `dG9rZW4=` may well be a value with its padding.
    private static func withoutValue(_ pair: Substring.UTF8View) -> String {
        guard
            let equals = pair.firstIndex(of: UInt8(ascii: "=")),
            pair[equals...].contains(where: { $0 != UInt8(ascii: "=") }),
            pair[..<equals].allSatisfy(isPlain)
        else { return mark }
        return String(Substring(pair[..<equals])) + "=" + mark
    }

    private static func withoutUserInfo(_ base: Substring.UTF8View) -> String {
        guard let start = authority(in: base) else {
            // No authority to look in: whatever stands before an at sign is kept back.
            guard let at = base.lastIndex(of: UInt8(ascii: "@")) else { return String(Substring(base)) }
            return mark + String(Substring(base[at...]))
        }
        let rest = base[start...]
        var end = rest.firstIndex(where: isSlash) ?? rest.endIndex
        // A password may hold a slash, though it must not: then what looks like a port is none.
        let port = rest[..<end].lastIndex(of: UInt8(ascii: ":")).map { rest[rest.index(after: $0)..<end] }
        if let port, !port.allSatisfy({ (0x30...0x39).contains($0) }) { end = rest.endIndex }
        let scheme = String(Substring(base[..<start]))
        guard let at = rest[..<end].lastIndex(of: UInt8(ascii: "@")) else {
            let authority = rest.prefix { !isSlash($0) }
            return scheme + String(Substring(authority)) + withoutFurtherUserInfo(rest[authority.endIndex...])
        }
        return scheme + mark + withoutFurtherUserInfo(rest[at...])
    }

    /// Several URLs may hang together, by commas for instance.
    private static func withoutFurtherUserInfo(_ path: Substring.UTF8View) -> String {
        authority(in: path) == nil ? String(Substring(path)) : withoutUserInfo(path)
    }

    /// Where the authority begins: after `://`, its slashes possibly escaped as in JSON.
    static func authority(in text: Substring.UTF8View) -> String.Index? {
        var rest = text
        while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            rest = rest[rest.index(after: colon)...]
            let slashes = rest.prefix(while: isSlash)
            if slashes.count >= 2 { return slashes.endIndex }
        }
        return nil
    }

    /// Where a URL that is percent-encoded, however often, begins to tell more than a path: at its `:/` or its `?`.
    static func encodedURL(in text: Substring.UTF8View) -> String.Index? {
        var rest = text
        while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
            rest = rest[percent...]
            if decoded("3F", rest) != nil { return percent }
            if let afterColon = decoded("3A", rest), decoded("2F", afterColon) != nil { return percent }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// What follows an encoded byte, `nil` where the text does not begin with it.
    private static func decoded(_ code: String, _ text: Substring.UTF8View) -> Substring.UTF8View? {
        guard text.first == UInt8(ascii: "%") else { return nil }
        var digits = text.dropFirst()
        while digits.starts(with: "25".utf8) { digits = digits.dropFirst(2) }
        guard String(Substring(digits.prefix(2))).uppercased() == code else { return nil }
        return digits.dropFirst(2)
    }

    /// What names are made of; anything else may be another URL that hangs on this one.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }

    private static func isSlash(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }
}
