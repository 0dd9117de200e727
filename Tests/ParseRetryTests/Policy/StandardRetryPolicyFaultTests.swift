import ParseRetry
import ParseTransport
import Testing

@Suite("StandardRetryPolicy, by transport fault")
struct StandardRetryPolicyFaultTests {
    private static let passing: [TransportError.Kind] = [
        .hostNotFound, .connectionRefused, .connectionFailed, .tlsHandshakeFailed, .connectionBroken, .timedOut,
        .protocolViolation,
    ]
    private static let lasting: [TransportError.Kind] = [
        .invalidRequest, .peerRefused, .certificateUntrusted, .cancelled, .bodyTooLarge, .headersTooLarge,
        .bodyAlreadyConsumed, .unavailable, .circuitOpen, .unexpectedRequest, .other, .init(rawValue: "new"),
    ]
    private static let phases: [TransportError.Phase] = [.notSent, .awaitingResponse, .receivingBody]

    private func decision(_ kind: TransportError.Kind, _ phase: TransportError.Phase, idempotent: Bool) -> RetryDecision
    {
        StandardRetryPolicy().decision(
            for: .transport(TransportError(kind, phase: phase, message: "")),
            in: RetryState(attempts: 1, isIdempotent: idempotent)
        )
    }

    @Test("A fault that may pass is retried where the request may be sent twice, or never left", arguments: passing)
    func mayPass(kind: TransportError.Kind) {
        for phase in Self.phases {
            #expect(decision(kind, phase, idempotent: true) == .retry(.transient))
            #expect(decision(kind, phase, idempotent: false) == (phase == .notSent ? .retry(.transient) : .permanent))
        }
    }

    @Test("A fault that will not pass is not retried, in whatever phase", arguments: lasting)
    func willNotPass(kind: TransportError.Kind) {
        for phase in Self.phases {
            #expect(decision(kind, phase, idempotent: true) == .permanent)
            #expect(decision(kind, phase, idempotent: false) == .permanent)
        }
    }
}
