/// The service's own name of an error: the field `code` of an error body.
public struct APIErrorCode: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `INVALID_REQUEST`: the request is malformed.
    public static let invalidRequest = APIErrorCode(rawValue: "INVALID_REQUEST")

    /// `UNAUTHORIZED`: the key is missing, wrong or revoked.
    public static let unauthorized = APIErrorCode(rawValue: "UNAUTHORIZED")

    /// `NOT_FOUND`: there is no such thing for this key.
    public static let notFound = APIErrorCode(rawValue: "NOT_FOUND")

    /// `RATE_LIMIT_EXCEEDED`: too many requests.
    public static let rateLimitExceeded = APIErrorCode(rawValue: "RATE_LIMIT_EXCEEDED")

    /// `USAGE_BLOCKED`: the account has no credits.
    public static let usageBlocked = APIErrorCode(rawValue: "USAGE_BLOCKED")

    /// `ENDPOINT_REMOVED`: this version of the API no longer has the path.
    public static let endpointRemoved = APIErrorCode(rawValue: "ENDPOINT_REMOVED")

    /// `INTERNAL_ERROR`: the service failed.
    public static let internalError = APIErrorCode(rawValue: "INTERNAL_ERROR")
}
