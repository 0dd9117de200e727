#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A URL that opens a document for whoever holds it: the fields `outputUrl` and `imageUrl`.
///
/// Its query is a credential, so its description and dump show the names of the query and none of the values. Encoding
/// writes it whole, as the API does.
public struct PresignedURL: RawRepresentable, Sendable, Hashable, Codable {
    /// The whole URL, query included: a secret.
    public let rawValue: String

    /// Takes a URL as the service gave it.
    ///
    /// - Parameter rawValue: the whole URL.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Reads the URL from a string.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` for anything but a string.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the whole URL as a string.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// The URL, to be fetched as it stands; `nil` if it is not a valid one.
    public var url: URL? { URL(string: rawValue) }

    /// The URL as it may be shown.
    public var redacted: String { RedactedLink(rawValue).text }
}

extension PresignedURL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The URL as it may be shown.
    public var description: String { redacted }

    /// The URL as it may be shown.
    public var debugDescription: String { redacted }

    /// A mirror of the URL as it may be shown.
    public var customMirror: Mirror { Mirror(self, children: ["redacted": redacted]) }
}
