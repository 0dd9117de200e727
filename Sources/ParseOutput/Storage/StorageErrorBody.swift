import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a storage host says of a refusal: a few tags looked for in the bytes, without an XML parser.
///
/// There are no entities, no nesting and no references: what stands between a tag and its end is taken as it is.
struct StorageErrorBody: Sendable, Hashable {
    /// The provider's error code, such as `AccessDenied`.
    let code: String?

    /// The provider's explanation.
    let message: String?

    /// The storage host's time: the tag `ServerTime` beside an expiry.
    let serverTime: Date?

    /// The object's length: the tag `ActualObjectSize` of a range that is not there.
    let objectSize: Int64?

    init(_ bytes: some Collection<UInt8>) {
        let text = String(decoding: bytes, as: UTF8.self)
        self.code = Self.content(of: "Code", in: text, limit: 64)
        self.message = Self.content(of: "Message", in: text, limit: 256)
        self.serverTime = Self.content(of: "ServerTime", in: text, limit: 32).flatMap {
            try? Date($0, strategy: .iso8601)
        }
        // A number that was cut would be another one.
        self.objectSize = Self.content(of: "ActualObjectSize", in: text, limit: 19).flatMap {
            Int64(digits: $0, atMost: 18)
        }
    }

    /// Nothing was said.
    static let silent = StorageErrorBody([])

    /// What is to be made of it.
    var meaning: Meaning {
        if let code, let meaning = Self.meanings[code] { return meaning }
        let words = message?.lowercased() ?? ""
        if words.contains("not signed") || words.contains("only one auth mechanism") { return .ownMistake }
        if words.contains("not valid yet") { return .tooEarly }
        return words.contains("expired") ? .expired : .unknown
    }

    /// What a refusal means to the one who was refused.
    enum Meaning: Sendable, Hashable {
        /// The URL, or what it was signed with, has run out.
        case expired

        /// The URL is not what was signed, as where a proxy rewrote it.
        case badSignature

        /// The URL is not valid yet: the clocks differ.
        case tooEarly

        /// The host asks for fewer requests.
        case slowDown

        /// The host failed, and may not the next time.
        case passing

        /// The request itself should not have been sent like this.
        case ownMistake

        /// None of these.
        case unknown
    }

    /// The codes of S3, R2, Azure and Google Cloud Storage.
    private static let meanings: [String: Meaning] = [
        "ExpiredToken": .expired, "ExpiredRequest": .expired, "InvalidToken": .expired,
        "TokenRefreshRequired": .expired, "InvalidAccessKeyId": .expired, "AuthenticationFailed": .expired,
        "SignatureDoesNotMatch": .badSignature,
        "RequestTimeTooSkewed": .tooEarly,
        "SlowDown": .slowDown, "ServerBusy": .slowDown,
        "InternalError": .passing, "ServiceUnavailable": .passing, "RequestTimeout": .passing,
        "OperationTimedOut": .passing,
    ]

    private static func content(of tag: String, in text: String, limit: Int) -> String? {
        guard let open = text.firstRange(of: "<\(tag)>") else { return nil }
        let rest = text[open.upperBound...]
        guard let close = rest.firstRange(of: "</\(tag)>") else { return nil }
        let content = rest[..<close.lowerBound].prefix(limit)
        return content.isEmpty ? nil : String(content)
    }
}
