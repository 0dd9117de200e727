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
        let beforeFragment = text.prefix { $0 != "#" }
        let base = beforeFragment.prefix { $0 != "?" }
        let query = beforeFragment.dropFirst(base.count + 1)
        let names = query.split(separator: "&").map { pair in
            pair.contains("=") ? "\(pair.prefix { $0 != "=" })=<redacted>" : "<redacted>"
        }
        let shown = names.isEmpty ? "" : "?" + names.joined(separator: "&")
        self.description = Self.withoutUserInfo(base) + shown
    }

    private static func withoutUserInfo(_ base: Substring) -> String {
        guard let slashes = base.firstRange(of: "://") else { return String(base) }
        let authority = base[slashes.upperBound...].prefix { $0 != "/" }
        guard let at = authority.lastIndex(of: "@") else { return String(base) }
        return base[..<slashes.upperBound] + "<redacted>@" + base[base.index(after: at)...]
    }
}
