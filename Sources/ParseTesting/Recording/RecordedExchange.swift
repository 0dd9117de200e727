public import ParseTransport

/// One request of a ``ParseRecording`` and how it was answered.
public struct RecordedExchange: Sendable, Hashable {
    /// The HTTP method.
    public var method: TransportRequest.Method

    /// The URL, without secrets.
    public var url: String

    /// The header fields of the request that are kept; with an `Authorization` it is a call of the API.
    public var requestHeaders: HeaderFields

    /// The status; `nil` where no head came.
    public var status: Int?

    /// The header fields of the response that are kept.
    public var headers: HeaderFields

    /// The body.
    public var body: RecordedBody

    /// What ended the exchange before its end; `nil` where nothing did.
    public var fault: RecordedFault?

    /// Describes an exchange.
    ///
    /// - Parameters:
    ///   - method: the HTTP method. Default: `GET`.
    ///   - url: the URL, without secrets.
    ///   - requestHeaders: the header fields of the request. Default: none.
    ///   - status: the status. Default: no head came.
    ///   - headers: the header fields of the response. Default: none.
    ///   - body: the body. Default: empty.
    ///   - fault: what ended the exchange before its end. Default: nothing.
    public init(
        method: TransportRequest.Method = .get,
        url: String,
        requestHeaders: HeaderFields = [:],
        status: Int? = nil,
        headers: HeaderFields = [:],
        body: RecordedBody = .bytes([]),
        fault: RecordedFault? = nil
    ) {
        self.method = method
        self.url = url
        self.requestHeaders = requestHeaders
        self.status = status
        self.headers = headers
        self.body = body
        self.fault = fault
    }

    /// Whether the storage was asked, not the API: without a credential.
    public var isStorage: Bool { requestHeaders["Authorization"] == nil }
}

extension RecordedExchange: CustomStringConvertible {
    /// The request and how it ended, in one line.
    public var description: String {
        let ending = status.map(String.init) ?? "no head"
        return "\(method) \(RedactedURL(text: url)) → \(ending)\(fault.map { ", \($0)" } ?? "")"
    }
}
