public import ParseTransport

/// How a request to a ``SimulatedParseAPI`` goes wrong.
///
/// What is sent instead of an answer, what is done to the right answer and its body, and what keeps one from coming.
public struct SimulatedFault: Sendable, CustomStringConvertible {
    enum Kind: Sendable {
        /// Another answer; without a body the host's own for that status.
        case answer(status: Int, headers: HeaderFields, body: [UInt8]?)
        case storageError(status: Int, code: String, message: String)
        case error(TransportError)
        case delay(Duration)
        case stall
        case body(BodyFault)
        /// Header fields that replace those of the right answer; a value of `nil` takes one away.
        case headers([(name: String, value: String?)])
        case ignoredRange
    }

    /// What happens to a body, counted in bytes of the answer.
    enum BodyFault: Sendable {
        case breaking(after: Int)
        case ending(after: Int)
        case stalling(after: Int)
        case corrupting(at: Int)
    }

    let kind: Kind

    /// The fault in a few words, without any secret.
    public let description: String

    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    /// The host answers with an error status and its own error body.
    ///
    /// - Parameters:
    ///   - status: the HTTP status code.
    ///   - retryAfter: what the header `Retry-After` asks for, in whole seconds. Default: no such header.
    /// - Returns: the fault.
    public static func status(_ status: Int, retryAfter: Duration? = nil) -> SimulatedFault {
        var headers: HeaderFields = [:]
        headers["Retry-After"] = retryAfter.map { "\($0.components.seconds)" }
        return .status(status, headers: headers)
    }

    /// The service answers with `429`.
    ///
    /// - Parameter retryAfter: what the header `Retry-After` asks for, in whole seconds. Default: no such header.
    /// - Returns: the fault.
    public static func rateLimited(retryAfter: Duration? = nil) -> SimulatedFault {
        .status(429, retryAfter: retryAfter)
    }

    /// The storage answers that the URL has expired, as S3 does.
    public static let expiredURL = SimulatedFault.storageError(
        403,
        code: "AccessDenied",
        message: "Request has expired"
    )

    /// No response comes back.
    ///
    /// - Parameter error: what sending fails with.
    /// - Returns: the fault.
    public static func fault(_ error: TransportError) -> SimulatedFault {
        SimulatedFault(.error(error), "\(error.kind)")
    }

    /// The connection breaks within the body.
    ///
    /// - Parameter count: how many bytes still arrive.
    /// - Returns: the fault.
    public static func breakBody(after count: Int) -> SimulatedFault {
        SimulatedFault(.body(.breaking(after: count)), "a connection broken after \(count) bytes")
    }

    /// The answer takes longer.
    ///
    /// It is on its way all the time: no idle timeout ends it, as ``stall`` is ended.
    ///
    /// - Parameter duration: how much longer.
    /// - Returns: the fault.
    public static func delay(_ duration: Duration) -> SimulatedFault {
        SimulatedFault(.delay(duration), "a delay of \(duration.shown)")
    }

    /// Something else answers with status 200, as a captive portal does.
    ///
    /// - Parameters:
    ///   - text: the body.
    ///   - contentType: its type. Default: `text/html`.
    /// - Returns: the fault.
    public static func body(_ text: String, contentType: String = "text/html") -> SimulatedFault {
        .status(200, headers: ["Content-Type": contentType], body: text)
    }
}
