public import ParseModels
public import ParseOutput
public import ParseRetry
import ParseTransport

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Why the client could not do what it was asked: one type for every call.
///
/// It can be logged as it stands: no token, no presigned query and no content of a document is in it.
public struct ParseError: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    public let code: Code

    /// What happened in plain words.
    public let message: String

    /// What was being done.
    public let operation: Operation

    /// The request's method and redacted URL; `nil` where none was made.
    public let request: String?

    /// The HTTP status of the answer; `nil` where there was none.
    public let status: Int?

    /// The service's own error code: the field `code` of its error body.
    public let serverCode: APIErrorCode?

    /// The service's id of the request: the field `requestId` or the header `x-extend-request-id`.
    ///
    /// Support asks for it.
    public let requestID: String?

    /// Whether the same call might succeed later: the service's own word, the field `retryable`, where it gave one.
    public let isRetryable: Bool

    /// How long the service asked to wait; `nil` where it did not.
    public let retryAfter: Duration?

    /// When the service wants to be asked again, by this machine's clock; `nil` where it did not say.
    public let retryAt: Date?

    /// Every attempt that was made, in order.
    ///
    /// Of a download, which may send hundreds of requests, the last 32 that brought no document or not all of it.
    public let attempts: [AttemptRecord]

    /// What ended the attempts although the fault might have passed; `nil` where nothing did.
    public let limit: RetryLimit?

    /// Why the run failed: the field `failureReason`, with ``Code/runFailed``.
    public let failureReason: FailureReason?

    /// The run that was waited for or read, as it stood last; another process can go on with it.
    public let handle: RunHandle?

    /// Where the reading of the output stood; ``ParseClient/chunks(of:resumingFrom:)`` goes on from there.
    ///
    /// `nil` where no output was read chunk by chunk.
    public let resumeToken: ResumeToken?

    /// The error underneath.
    public let cause: (any Error)?

    init(
        _ code: Code,
        message: String,
        operation: Operation,
        request: String? = nil,
        status: Int? = nil,
        serverCode: APIErrorCode? = nil,
        requestID: String? = nil,
        isRetryable: Bool = false,
        retryAfter: Duration? = nil,
        retryAt: Date? = nil,
        attempts: [AttemptRecord] = [],
        limit: RetryLimit? = nil,
        failureReason: FailureReason? = nil,
        handle: RunHandle? = nil,
        resumeToken: ResumeToken? = nil,
        cause: (any Error)? = nil
    ) {
        self.code = code
        self.message = message
        self.operation = operation
        self.request = request
        self.status = status
        self.serverCode = serverCode
        self.requestID = requestID
        self.isRetryable = isRetryable
        self.retryAfter = retryAfter
        self.retryAt = retryAt
        self.attempts = attempts
        self.limit = limit
        self.failureReason = failureReason
        self.handle = handle
        self.resumeToken = resumeToken
        self.cause = cause
    }

    /// The code, the message and what helps to find the cause, in one line: control characters are escaped.
    public var description: String {
        let details = [
            status.map { "HTTP \($0)" },
            serverCode.map { "\($0)" },
            requestID.map { "request \($0)" },
            handle.map { "run \($0.id)" },
            attempts.count > 1 ? "\(attempts.count) attempts" + took : nil,
            limit.map { "stopped by the \($0) limit" },
            retryAt.map { "to be asked again at \($0.ISO8601Format())" },
        ].compactMap(\.self)
        let suffix = details.isEmpty ? "" : " (" + details.joined(separator: ", ") + ")"
        return ShownText("\(operation) failed, \(code): \(message)\(suffix)").description
    }

    /// How long the attempts took together, from the first one's beginning to the last one's end.
    private var took: String {
        guard let end = attempts.last?.end, end > .zero else { return "" }
        return " in \(end.shown)"
    }

    static func cancelled(_ operation: Operation, handle: RunHandle? = nil) -> ParseError {
        ParseError(
            .cancelled,
            message: "The task was cancelled.",
            operation: operation,
            handle: handle,
            cause: CancellationError()
        )
    }

    /// The same error, with the run it happened to.
    func with(_ handle: RunHandle, operation: Operation? = nil) -> ParseError {
        copy(operation: operation ?? self.operation, handle: handle, resumeToken: resumeToken)
    }

    /// The same error, with where the reading stood.
    func with(_ token: ResumeToken?) -> ParseError {
        copy(operation: operation, handle: handle, resumeToken: token)
    }

    private func copy(operation: Operation, handle: RunHandle?, resumeToken: ResumeToken?) -> ParseError {
        ParseError(
            code,
            message: message,
            operation: operation,
            request: request,
            status: status,
            serverCode: serverCode,
            requestID: requestID,
            isRetryable: isRetryable,
            retryAfter: retryAfter,
            retryAt: retryAt,
            attempts: attempts,
            limit: limit,
            failureReason: failureReason,
            handle: handle,
            resumeToken: resumeToken,
            cause: cause
        )
    }
}
