/// What the service says of an error, in whichever of its forms it came.
///
/// The current form is flat; `{"error": {…}}`, `{"error": "text"}` and a gateway's problem details (RFC 9457) are met as
/// well.
public struct APIErrorBody: Sendable, Hashable {
    /// The service's name of the error: the field `code`.
    public var code: APIErrorCode?

    /// What happened, in words that may change: the field `message`.
    public var message: String?

    /// Whether the same request might succeed later: the field `retryable`.
    public var retryable: Bool?

    /// The service's id of the request: the field `requestId`.
    public var requestID: String?

    /// Where the error is explained: the field `docUrl`.
    public var docURL: String?

    /// The run concerned: the field `runId`, where a synchronous call ran out of time.
    public var runID: String?

    /// Makes an error body of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - code: the service's name of the error.
    ///   - message: what happened.
    ///   - retryable: whether the same request might succeed later.
    ///   - requestID: the service's id of the request.
    ///   - docURL: where the error is explained.
    ///   - runID: the run concerned.
    public init(
        code: APIErrorCode? = nil,
        message: String? = nil,
        retryable: Bool? = nil,
        requestID: String? = nil,
        docURL: String? = nil,
        runID: String? = nil
    ) {
        self.code = code
        self.message = message
        self.retryable = retryable
        self.requestID = requestID
        self.docURL = docURL
        self.runID = runID
    }
}
