/// A response whose head has arrived and whose body is yet to be read.
public struct TransportResponse: Sendable {
    /// The status and header fields.
    public var head: ResponseHead

    /// The body, to be read once.
    public var body: ResponseBody

    /// Makes a response.
    ///
    /// - Parameters:
    ///   - head: the status and header fields.
    ///   - body: the body.
    public init(head: ResponseHead, body: ResponseBody) {
        self.head = head
        self.body = body
    }

    /// Makes a response of parts; the shortest way in a test double.
    ///
    /// - Parameters:
    ///   - status: the HTTP status code.
    ///   - headers: the header fields. Default: none.
    ///   - body: the whole body. Default: empty.
    public init(status: Int, headers: HeaderFields = [:], body: some Sequence<UInt8> = []) {
        self.init(head: ResponseHead(status: status, headers: headers), body: ResponseBody(body))
    }

    /// The HTTP status code.
    public var status: Int { head.status }

    /// The header fields.
    public var headers: HeaderFields { head.headers }
}
