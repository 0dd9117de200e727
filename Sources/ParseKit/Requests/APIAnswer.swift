import ParseModels
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

    init(_ retried: RetriedResponse, body: [UInt8], call: CallContext) {
        self.head = retried.response.head
        self.body = body
        self.serverDelay = retried.serverDelay
        self.attempts = retried.attempts
        self.limit = retried.limit
        self.call = call
    }

    /// The answer itself if its status is a success.
    func successful() throws(ParseError) -> APIAnswer {
        guard head.isSuccess else { throw refusal }
        return self
    }

    /// Reads a value out of the body: a page of HTML or cut JSON is an error, whatever the status says.
    func decode<Value: Decodable>(_ type: Value.Type) throws(ParseError) -> Value {
        let contentType = head.headers["Content-Type"]?.lowercased() ?? ""
        guard !contentType.contains("html"), !contentType.contains("xml") else {
            throw error(.unexpectedContent, "The API answered with a page of the type \(contentType), not with JSON.")
        }
        do {
            return try JSONDecoder().decode(type, from: Data(body))
        } catch {
            throw self.error(.malformedResponse, Self.explain(error), cause: error)
        }
    }

    private var refusal: ParseError {
        let said = APIErrorReader.read(body)
        let code = ParseError.Code(status: head.status)
        return ParseError(
            code,
            message: call.redact(said?.message ?? "The API answered with HTTP \(head.status)."),
            operation: call.operation,
            request: call.summary,
            status: head.status,
            serverCode: said?.code,
            requestID: said?.requestID ?? head.headers["x-extend-request-id"],
            isRetryable: said?.retryable ?? code.isRetryableByDefault,
            retryAfter: serverDelay,
            attempts: attempts,
            limit: limit
        )
    }

    private func error(_ code: ParseError.Code, _ message: String, cause: (any Error)? = nil) -> ParseError {
        ParseError(
            code,
            message: call.redact(message),
            operation: call.operation,
            request: call.summary,
            status: head.status,
            requestID: head.headers["x-extend-request-id"],
            isRetryable: true,
            attempts: attempts,
            cause: cause
        )
    }

    /// Where decoding failed, without the content it failed on.
    private static func explain(_ error: any Error) -> String {
        let context: DecodingError.Context
        switch error {
        case DecodingError.dataCorrupted(let found), DecodingError.keyNotFound(_, let found),
            DecodingError.typeMismatch(_, let found), DecodingError.valueNotFound(_, let found):
            context = found
        default: return "The API's answer could not be decoded."
        }
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        let place = path.isEmpty ? "" : " at \(path.drop { $0 == "." })"
        return "The API's answer could not be decoded\(place): \(context.debugDescription)"
    }
}
