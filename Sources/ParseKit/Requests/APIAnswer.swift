import ParseModels
import ParseOutput
import ParseRetry
import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An answer of the API, its body read, and what it took to get it.
struct APIAnswer: Sendable {
    let head: ResponseHead
    let body: [UInt8]
    let serverDelay: Duration?
    private let attempts: [AttemptRecord]
    private let limit: RetryLimit?
    private let call: CallContext
    private let reading: RunReading

    /// When the service wants to be asked again.
    private let retryAt: Date?

    init(_ retried: RetriedResponse, body: [UInt8], call: CallContext, reading: RunReading) {
        self.head = retried.response.head
        self.body = body
        self.serverDelay = retried.serverDelay
        self.attempts = retried.attempts
        self.limit = retried.limit
        self.call = call
        self.reading = reading
        self.retryAt = retried.retryAt
    }

    /// The answer itself if its status is a success.
    func successful() throws(ParseError) -> APIAnswer {
        guard head.isSuccess else { throw refusal }
        return self
    }

    /// Reads the run out of the body: a page of HTML or cut JSON is an error, whatever the status says.
    func run() throws(ParseError) -> ParseRun {
        if let type = RunReading.page(of: head) {
            throw error(.unexpectedContent, "The API answered with a page of the type \(type), not with JSON.")
        }
        do throws(OutputDecodingError) {
            if let run = try reading.run() { return call.redact(run) }
        } catch {
            let error = call.redact(error)
            throw self.error(.malformedResponse, "The API's answer could not be decoded: \(error)", cause: error)
        }
        throw error(.malformedResponse, "The API answered without a run.")
    }

    private var refusal: ParseError {
        let said = APIErrorReader.read(body)
        let code = ParseError.Code(status: head.status)
        return ParseError(
            code,
            message: call.redact(said?.message ?? wordless),
            operation: call.operation,
            request: call.summary,
            status: head.status,
            serverCode: said?.code.map { APIErrorCode(rawValue: call.redact($0.rawValue)) },
            requestID: (said?.requestID ?? head.headers["x-extend-request-id"]).map(call.redact),
            isRetryable: said?.retryable ?? code.isRetryableByDefault,
            retryAfter: serverDelay,
            retryAt: retryAt,
            attempts: attempts,
            limit: limit
        )
    }

    /// What is said of an answer that says nothing itself: the API's own errors do.
    private var wordless: String {
        head.status == 404
            ? "\(call.summary) was answered with HTTP 404, and not by the API: is the base URL right?"
            : "The API answered with HTTP \(head.status)."
    }

    private func error(_ code: ParseError.Code, _ message: String, cause: (any Error)? = nil) -> ParseError {
        ParseError(
            code,
            message: call.redact(message),
            operation: call.operation,
            request: call.summary,
            status: head.status,
            requestID: head.headers["x-extend-request-id"].map(call.redact),
            isRetryable: true,
            attempts: attempts,
            cause: cause
        )
    }
}
