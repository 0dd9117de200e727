/// One request out, one streamed response back: the seam every network access of this framework goes through.
///
/// Conform to it to bring your own HTTP stack, a proxy, a recorder or a test double. One requirement makes a fake
/// five lines long:
///
/// ```swift
/// struct Offline: Transport {
///     func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
///         throw TransportError(.hostNotFound, phase: .notSent, message: "There is no network in this test.")
///     }
/// }
/// ```
///
/// What every conformance promises:
/// - It returns as soon as the header block of the final response has arrived; the body follows through
///   ``TransportResponse/body``, as the caller asks for it.
/// - Every HTTP status is a response, never an error. Redirects are not followed: a 3xx is returned as it came.
/// - Nothing is added that identifies the user: no cookies, no cached answers, no credentials of its own.
/// - Cancelling the task ends the exchange promptly with ``TransportError/Kind/cancelled``; dropping the response body
///   abandons the transfer.
/// - ``TransportRequest/timeouts`` and ``TransportRequest/peers`` are honoured, or their neglect is documented.
///
/// The module `ParseTransportConformance` proves all of it on a transport of yours, in ten lines.
public protocol Transport: Sendable {
    /// What this transport can honestly do with a response body.
    ///
    /// The default says the least: ``TransportCapabilities/buffering``.
    var capabilities: TransportCapabilities { get }

    /// Sends one request and returns the head of its response with a body yet to be read.
    ///
    /// - Parameter request: what to send, and where.
    /// - Returns: the response of whatever status, its body not yet read.
    /// - Throws: a ``TransportError`` with the kind of the fault and the phase it struck in.
    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse
}

extension Transport {
    /// The cautious default: bodies may be buffered, so nobody asks for more than fits in memory.
    public var capabilities: TransportCapabilities { .buffering }
}
