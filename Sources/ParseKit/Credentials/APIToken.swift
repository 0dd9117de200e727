import ParseTransport

/// An API key of the service: a value that never shows itself.
///
/// Its description, its dump and every error about it say `<redacted>`.
public struct APIToken: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: String

    /// Takes a key, such as one that begins with `sk_`.
    ///
    /// - Parameter value: the key, without `Bearer`.
    /// - Throws: ``ParseError/Code/invalidToken`` if it is empty, begins with `Bearer` or a quotation mark, or holds a
    ///   space, a line break or another character that no token has; the message does not repeat it.
    public init(_ value: String) throws(ParseError) {
        guard !value.isEmpty else {
            throw ParseError(.invalidToken, message: "The API token is empty.", operation: .configuration)
        }
        if let fault = Self.fault(of: value) {
            throw ParseError(.invalidToken, message: "The API token \(fault).", operation: .configuration)
        }
        self.value = value
    }

    /// What keeps a text from being a token, without repeating it.
    private static func fault(of value: String) -> String? {
        if value.lowercased().hasPrefix("bearer ") { return "begins with the word Bearer, which is added to it" }
        if value.utf8.last == 0x0A || value.utf8.last == 0x0D { return "ends in a line break" }
        if value.first == "\"" || value.first == "'" { return "begins with a quotation mark" }
        let isPossible = value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && value.utf8.count <= 4_096
        return isPossible ? nil : "holds a space, a line break or another character that no token has"
    }

    /// The value of the `Authorization` header.
    var authorization: String { Self.scheme + value }

    private static let scheme = "Bearer "

    /// The token that a request carries; `nil` if it carries none.
    init?(sentWith request: TransportRequest) {
        guard let sent = request.headers["Authorization"], sent.hasPrefix(Self.scheme) else { return nil }
        self.value = String(sent.dropFirst(Self.scheme.count))
    }

    /// Takes the token out of a text, in case a server repeats it.
    func redact(_ text: String) -> String {
        // Splitting is slow, and hardly ever is there anything to split.
        guard occurs(in: text) else { return text }
        // Bytes, not characters: a combining mark behind the token would hide it.
        let pieces = text.utf8.split(separator: value.utf8, omittingEmptySubsequences: false)
        return pieces.map { String(Substring($0)) }.joined(separator: description)
    }

    /// Whether a text repeats the token.
    func occurs(in text: String) -> Bool {
        var rest = text.utf8[...]
        while let start = rest.firstIndex(where: { $0 == value.utf8.first }) {
            rest = rest[start...]
            if rest.starts(with: value.utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// Whether the token begins so.
    func begins(with text: Substring) -> Bool { value.utf8.starts(with: text.utf8) }

    /// Says that there is a token, and no more.
    public var description: String { "<redacted>" }

    /// Says that there is a token, and no more.
    public var debugDescription: String { "<redacted>" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
