/// How a processed run hands out its output: the query item `responseType`.
public struct ResponseType: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The value as sent.
    public let rawValue: String

    /// Makes a response type of its value.
    ///
    /// - Parameter rawValue: the value as sent.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The output inside the run (`json`): simple, for small documents.
    public static let inline = ResponseType(rawValue: "json")

    /// A presigned URL of the output (`url`), which lives 15 minutes.
    public static let url = ResponseType(rawValue: "url")

    /// The value as sent.
    public var description: String { rawValue }
}
