/// What a storage host says of a refusal: three tags looked for in the bytes, without an XML parser.
struct StorageErrorBody: Sendable, Hashable {
    /// The provider's error code, such as `AccessDenied`.
    let code: String?

    /// The provider's explanation.
    let message: String?

    init(_ bytes: some Collection<UInt8>) {
        let text = String(decoding: bytes, as: UTF8.self)
        self.code = Self.content(of: "Code", in: text, limit: 64)
        self.message = Self.content(of: "Message", in: text, limit: 256)
    }

    /// Whether the URL or the credentials it was signed with have run out, so that a new one helps.
    var saysExpired: Bool {
        if let code, Self.expiredCodes.contains(code) { return true }
        return message?.lowercased().contains("expired") ?? false
    }

    private static let expiredCodes: Set<String> = [
        "ExpiredToken", "ExpiredRequest", "InvalidToken", "TokenRefreshRequired",
    ]

    private static func content(of tag: String, in text: String, limit: Int) -> String? {
        guard let open = text.firstRange(of: "<\(tag)>") else { return nil }
        let rest = text[open.upperBound...]
        guard let close = rest.firstRange(of: "</\(tag)>") else { return nil }
        let content = rest[..<close.lowerBound].prefix(limit)
        return content.isEmpty ? nil : String(content)
    }
}
