/// What the body of an error response says about trying again.
public struct ServerVerdict: Sendable, Hashable {
    /// The service's own word: the field `retryable` of Extend's error body; `nil` where it says nothing.
    public var isRetryable: Bool?

    /// The service's error code: the field `code`; `nil` where there is none.
    public var code: String?

    /// Makes a verdict.
    ///
    /// - Parameters:
    ///   - isRetryable: the service's own word. Default: none.
    ///   - code: the service's error code. Default: none.
    public init(isRetryable: Bool? = nil, code: String? = nil) {
        self.isRetryable = isRetryable
        self.code = code
    }

    /// The body said nothing.
    public static let none = ServerVerdict()
}
