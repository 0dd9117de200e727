import ParseTransport

extension SimulatedFault {
    /// The connection is reset before a response.
    public static let reset = SimulatedFault.fault(
        TransportError(.connectionBroken, phase: .awaitingResponse, message: "The simulated connection was reset.")
    )

    /// The host's name does not resolve.
    public static let dnsFailure = SimulatedFault.fault(
        TransportError(.hostNotFound, phase: .notSent, message: "The simulated host's name did not resolve.")
    )

    /// Nothing listens at the host.
    public static let connectionRefused = SimulatedFault.fault(
        TransportError(.connectionRefused, phase: .notSent, message: "The simulated connection was refused.")
    )

    /// The TLS handshake fails.
    public static let tlsFailure = SimulatedFault.fault(
        TransportError(.tlsHandshakeFailed, phase: .notSent, message: "The simulated TLS handshake failed.")
    )

    /// The host's certificate is not trusted.
    public static let untrustedCertificate = SimulatedFault.fault(
        TransportError(.certificateUntrusted, phase: .notSent, message: "The simulated certificate is not trusted.")
    )

    /// The host stays silent before its answer, until the request's idle timeout ends it.
    ///
    /// The timeout passes on the service's clock: a `ManualClock` that jumps comes to it by itself.
    public static let stall = SimulatedFault(.stall, "a silence before the answer")

    /// The host falls silent within the body, until the request's idle timeout ends it.
    ///
    /// - Parameter count: how many bytes still arrive.
    /// - Returns: the fault.
    public static func stallBody(after count: Int) -> SimulatedFault {
        SimulatedFault(.body(.stalling(after: count)), "a silence after \(count) bytes")
    }

    /// The body ends early, and nothing has announced its length: a cut that no transport can notice.
    ///
    /// - Parameter count: how many bytes arrive.
    /// - Returns: the fault.
    public static func shortBody(after count: Int) -> SimulatedFault {
        SimulatedFault(.body(.ending(after: count)), "a body cut after \(count) bytes")
    }

    /// One byte of the body arrives with its highest bit flipped.
    ///
    /// - Parameter offset: which byte of the answer, from 0.
    /// - Returns: the fault.
    public static func corruptByte(at offset: Int) -> SimulatedFault {
        SimulatedFault(.body(.corrupting(at: offset)), "a corrupted byte at \(offset)")
    }

    static let cancelled = TransportError(.cancelled, phase: .awaitingResponse, message: "The task was cancelled.")
}
