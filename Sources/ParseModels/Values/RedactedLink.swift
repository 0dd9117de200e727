/// A link as it may be shown: no user info, no value of its query, no fragment.
struct RedactedLink {
    let text: String

    init(_ link: String) {
        let beforeFragment = link.prefix { $0 != "#" }
        let base = beforeFragment.prefix { $0 != "?" }
        let names = beforeFragment.dropFirst(base.count + 1).split(separator: "&").map { pair in
            pair.contains("=") ? "\(pair.prefix { $0 != "=" })=<redacted>" : "<redacted>"
        }
        self.text = Self.withoutUserInfo(base) + (names.isEmpty ? "" : "?" + names.joined(separator: "&"))
    }

    /// Whether a string is a link with something to hide.
    static func isNeeded(for text: String) -> Bool {
        let scheme = text.prefix(8).lowercased()
        return (scheme.hasPrefix("https://") || scheme.hasPrefix("http://"))
            && text.contains { $0 == "?" || $0 == "@" || $0 == "#" }
    }

    private static func withoutUserInfo(_ base: Substring) -> String {
        guard let slashes = base.firstRange(of: "://") else { return String(base) }
        let authority = base[slashes.upperBound...].prefix { $0 != "/" }
        guard let at = authority.lastIndex(of: "@") else { return String(base) }
        return base[..<slashes.upperBound] + "<redacted>@" + base[base.index(after: at)...]
    }
}
