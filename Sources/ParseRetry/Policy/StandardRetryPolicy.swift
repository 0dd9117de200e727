import ParseTransport

/// Repeats what is likely to pass and safe to repeat, and nothing else.
///
/// The service's own word comes first, then the table of statuses, then the kind and phase of a transport error. A
/// request that is not idempotent is repeated only where it provably never took effect.
public struct StandardRetryPolicy: RetryPolicy {
    /// Makes the policy; it has no limits of its own.
    public init() {}

    /// Judges one failed attempt by the table.
    ///
    /// - Parameters:
    ///   - failure: how the attempt failed.
    ///   - state: what was tried so far.
    /// - Returns: whether to try again, and why or why not.
    public func decision(for failure: RetryFailure, in state: RetryState) -> RetryDecision {
        switch failure {
        case .response(let head, let verdict): decision(for: head, verdict, in: state)
        case .transport(let error): decision(for: error, in: state)
        // Once, as it comes of a proxy or of the service itself; then it will stay.
        case .unreadable: state.isIdempotent && state.attempts < 2 ? .retry(.transient) : .permanent
        }
    }

    private func decision(for head: ResponseHead, _ verdict: ServerVerdict, in state: RetryState) -> RetryDecision {
        let cause = Self.cause(of: head)
        switch verdict.isRetryable {
        case false: return .permanent
        case true where state.isIdempotent: return .retry(cause ?? .transient)
        default: break
        }
        guard let cause, state.isIdempotent || Self.neverTookEffect(head.status) else { return .permanent }
        return .retry(cause)
    }

    private static func cause(of head: ResponseHead) -> RetryCause? {
        let asksToWait = head.headers["Retry-After"] != nil
        return switch head.status {
        case 429, 529: .throttled
        case 413: asksToWait ? .throttled : nil
        case 503: asksToWait ? .throttled : .transient
        case 408, 421, 425: .transient
        case 501, 505, 506, 508, 510, 511, 525, 526: nil
        case 500...599: .transient
        default: nil
        }
    }

    /// The server says by the status itself that it did not process the request.
    private static func neverTookEffect(_ status: Int) -> Bool {
        [408, 421, 425, 429].contains(status)
    }

    private func decision(for error: TransportError, in state: RetryState) -> RetryDecision {
        switch error.kind {
        case .hostNotFound, .connectionRefused, .connectionFailed, .tlsHandshakeFailed, .connectionBroken, .timedOut:
            error.phase == .notSent || state.isIdempotent ? .retry(.transient) : .permanent
        // Once: a peer that does not speak HTTP will not learn it.
        case .protocolViolation where error.phase == .notSent || state.isIdempotent:
            state.attempts < 2 ? .retry(.transient) : .permanent
        default: .permanent
        }
    }
}
