public import ParseTransport

/// How a request to a ``SimulatedParseAPI`` goes wrong.
public struct SimulatedFault: Sendable {
    enum Kind: Sendable {
        case status(Int, retryAfter: Duration?)
        case expired
        case fault(TransportError)
        case breakBody(after: Int, TransportError)
        case delay(Duration)
        case body(contentType: String, [UInt8])
    }

    let kind: Kind

    /// The service answers with an error status and its own error body.
    ///
    /// - Parameters:
    ///   - status: the HTTP status code.
    ///   - retryAfter: what the header `Retry-After` asks for, in whole seconds. Default: no such header.
    /// - Returns: the fault.
    public static func status(_ status: Int, retryAfter: Duration? = nil) -> SimulatedFault {
        SimulatedFault(kind: .status(status, retryAfter: retryAfter))
    }

    /// The service answers with `429`.
    ///
    /// - Parameter retryAfter: what the header `Retry-After` asks for, in whole seconds. Default: no such header.
    /// - Returns: the fault.
    public static func rateLimited(retryAfter: Duration? = nil) -> SimulatedFault {
        .status(429, retryAfter: retryAfter)
    }

    /// The storage answers that the URL has expired, as S3 does.
    public static let expiredURL = SimulatedFault(kind: .expired)

    /// No response comes back.
    ///
    /// - Parameter error: what sending fails with.
    /// - Returns: the fault.
    public static func fault(_ error: TransportError) -> SimulatedFault {
        SimulatedFault(kind: .fault(error))
    }

    /// The connection is reset before a response.
    public static let reset = SimulatedFault.fault(
        TransportError(.connectionBroken, phase: .awaitingResponse, message: "The simulated connection was reset.")
    )

    /// The connection breaks within the body.
    ///
    /// - Parameter count: how many bytes still arrive.
    /// - Returns: the fault.
    public static func breakBody(after count: Int) -> SimulatedFault {
        let error = TransportError(
            .connectionBroken,
            phase: .receivingBody,
            message: "The simulated connection broke after \(count) bytes."
        )
        return SimulatedFault(kind: .breakBody(after: count, error))
    }

    /// The answer takes longer.
    ///
    /// - Parameter duration: how much longer.
    /// - Returns: the fault.
    public static func delay(_ duration: Duration) -> SimulatedFault {
        SimulatedFault(kind: .delay(duration))
    }

    /// Something else answers with status 200, as a captive portal does.
    ///
    /// - Parameters:
    ///   - text: the body.
    ///   - contentType: its type. Default: `text/html`.
    /// - Returns: the fault.
    public static func body(_ text: String, contentType: String = "text/html") -> SimulatedFault {
        SimulatedFault(kind: .body(contentType: contentType, Array(text.utf8)))
    }

    static let cancelled = TransportError(.cancelled, phase: .awaitingResponse, message: "The task was cancelled.")

    /// The response that this fault is, where it is one whatever was asked.
    var response: TransportResponse? {
        switch kind {
        case .status(let status, let retryAfter):
            var headers: HeaderFields = ["Content-Type": "application/json"]
            headers["Retry-After"] = retryAfter.map { "\($0.components.seconds)" }
            return TransportResponse(status: status, headers: headers, body: SimulatedService.errorBody(status).utf8)
        case .body(let contentType, let bytes):
            return TransportResponse(status: 200, headers: ["Content-Type": contentType], body: bytes)
        case .expired, .fault, .breakBody, .delay: return nil
        }
    }
}
