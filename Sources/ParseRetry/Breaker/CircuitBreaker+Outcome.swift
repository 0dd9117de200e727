public import ParseTransport

extension CircuitBreaker {
    /// What an exchange tells about the service.
    public enum Outcome: Sendable, Hashable {
        /// The service answered and does its work, be the answer a refusal.
        case success

        /// The service failed, or could not be reached.
        case failure

        /// Nothing: it was cancelled or never sent, or the service only asks for fewer requests.
        case neutral

        /// Judges an answer: `5xx` is a failure, `429` neutral and everything else a success.
        ///
        /// A `403` for an expired URL or a `404` is about the request, not about the service.
        ///
        /// - Parameter head: the answer's head.
        public init(_ head: ResponseHead) {
            switch head.status {
            case 500...599: self = .failure
            case 429: self = .neutral
            default: self = .success
            }
        }

        /// Judges a fault: what arose on this side is neutral, everything else a failure.
        ///
        /// - Parameter fault: the fault.
        public init(_ fault: TransportError) {
            switch fault.kind {
            case .cancelled, .circuitOpen, .invalidRequest, .unavailable, .unexpectedRequest, .bodyTooLarge,
                .bodyAlreadyConsumed:
                self = .neutral
            default: self = .failure
            }
        }
    }
}
