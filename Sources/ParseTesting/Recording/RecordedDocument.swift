public import ParseTransport

/// What the storage keeps at a URL, as a ``ParseRecording`` has it.
public struct RecordedDocument: Sendable, Hashable {
    /// The URL, without secrets.
    public var url: String

    /// The header fields that tell one version of it from another: its type, its validators.
    public var headers: HeaderFields

    /// Its bytes.
    public var bytes: [UInt8]

    /// Whether these are all of its bytes.
    public var isComplete: Bool

    /// Describes a document.
    ///
    /// - Parameters:
    ///   - url: the URL, without secrets.
    ///   - headers: the header fields. Default: none.
    ///   - bytes: its bytes.
    ///   - isComplete: whether these are all of its bytes. Default: they are.
    public init(url: String, headers: HeaderFields = [:], bytes: [UInt8], isComplete: Bool = true) {
        self.url = url
        self.headers = headers
        self.bytes = bytes
        self.isComplete = isComplete
    }
}

extension RecordedDocument: CustomStringConvertible {
    /// Where it is and how long, in one line.
    public var description: String {
        "\(RedactedURL(text: url)), \(bytes.count) bytes\(isComplete ? "" : " of more")"
    }
}
