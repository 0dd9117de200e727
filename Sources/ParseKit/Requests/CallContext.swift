import ParseModels
import ParseOutput
import ParseRetry
import ParseTransport

/// What every error of a call tells: what was done, with what request, and never with what token.
struct CallContext: Sendable {
    let operation: ParseError.Operation
    let request: TransportRequest
    let token: APIToken

    /// A message as it may be shown, in case a server repeats what it was sent.
    func redact(_ text: String) -> String {
        // The token first: it would not be known any more where a limit has cut it in two.
        RedactedText(token.redact(text)).description
    }

    /// A run whose status and reasons may be shown, as errors and events do.
    func redact(_ run: ParseRun) -> ParseRun {
        var run = run
        run.status = ParseRun.Status(rawValue: token.redact(run.status.rawValue))
        run.failureReason = run.failureReason.map { FailureReason(rawValue: token.redact($0.rawValue)) }
        run.failureMessage = run.failureMessage.map(token.redact)
        return run
    }

    /// A fault of decoding that may be shown: the place may hold a member's name.
    func redact(_ error: OutputDecodingError) -> OutputDecodingError {
        OutputDecodingError(
            error.code,
            message: token.redact(error.message),
            byteOffset: error.byteOffset,
            path: token.redact(error.path),
            chunkIndex: error.chunkIndex
        )
    }

    /// The request; whoever takes the key for a run's id does not find it there.
    var summary: String { token.redact("\(request.method) \(RedactedURL(request.url))") }

    /// Turns a call without an answer into an error.
    func error(_ error: RetryError) -> ParseError {
        let fault = error.fault
        let code: ParseError.Code =
            switch fault.kind {
            // Held back, since another call was asked to wait for longer than this one agrees to.
            case .timedOut where error.limit == .serverDelay && error.attempts.isEmpty: .rateLimited
            case .cancelled: .cancelled
            case .timedOut: .timedOut
            case .bodyTooLarge: .responseTooLarge
            case .invalidRequest: .invalidRequest
            case .unavailable: .transportUnavailable
            default: .network
            }
        return ParseError(
            code,
            message: redact(fault.message),
            operation: operation,
            request: summary,
            isRetryable: StandardRetryPolicy().judges(fault),
            retryAt: error.retryAt,
            attempts: error.attempts,
            limit: error.limit,
            cause: fault
        )
    }
}

extension StandardRetryPolicy {
    /// Whether a fault of a safe request might pass, be it only after a circuit has closed again.
    func judges(_ fault: TransportError) -> Bool {
        let decision = decision(for: .transport(fault), in: RetryState(attempts: 1))
        return decision == .retry(.transient) || fault.kind == .circuitOpen
    }
}
