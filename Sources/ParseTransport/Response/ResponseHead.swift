/// The status and header fields of a response.
public struct ResponseHead: Sendable, Hashable {
    /// The HTTP status code.
    public var status: Int

    /// The header fields, as received.
    public var headers: HeaderFields

    /// Makes a head.
    ///
    /// - Parameters:
    ///   - status: the HTTP status code.
    ///   - headers: the header fields. Default: none.
    public init(status: Int, headers: HeaderFields = [:]) {
        self.status = status
        self.headers = headers
    }

    /// Whether the status is one of 200 to 299.
    public var isSuccess: Bool { (200..<300).contains(status) }
}
