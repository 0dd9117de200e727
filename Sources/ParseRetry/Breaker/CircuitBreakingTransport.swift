public import ParseTransport

/// A transport that stops sending to a service that keeps failing, over any other transport.
///
/// Each ``/ParseTransport/Origin`` has a ``CircuitBreaker`` of its own, which copies of the transport share. While it
/// is open, `send` fails at once with ``/ParseTransport/TransportError/Kind/circuitOpen``: the service is left alone,
/// and nobody waits for what would fail. It is for clients with many calls; for few, the ``RetryBudget`` is enough.
///
/// ```swift
/// let transport = RetryingTransport(CircuitBreakingTransport(CurlTransport()))
/// ```
///
/// A `ParseClient` retries by itself: it is handed the decorated transport as it is.
///
/// - Failures are transport faults, timeouts and `5xx`. An answer of any other status shows a service that works,
///   `401`, `403` and `404` too; a `429` counts neither way, nor does a cancellation or what was never sent.
/// - Failures in a row open the circuit only if they come from two calls or more. Below a ``RetryingTransport`` the
///   attempts of one call are known as such; a request that comes from anywhere else is a call of its own.
/// - Where ``RetryConfiguration/attemptTimeout`` ends an attempt, this transport sees a cancellation and knows it for
///   the timeout it is. A call's own deadline is its caller's matter and counts neither way.
/// - ``StandardRetryPolicy`` does not repeat a request that an open circuit refused: no attempt would pass before the
///   circuit's time is over. ``state(of:)`` says when that is.
/// - Only heads are judged: a body that breaks off later is its reader's to resume.
public struct CircuitBreakingTransport: Transport {
    private let base: any Transport
    private let circuits: Circuits

    /// Decorates a transport; every circuit is closed.
    ///
    /// - Parameters:
    ///   - base: what sends the requests.
    ///   - configuration: when circuits open and close. Default: 5 failures in a row from 2 calls, or half of 20
    ///     requests, within 30 seconds; open for 5 to 60 seconds.
    ///   - time: where time comes from. Default: the system.
    ///   - random: where jitter comes from. Default: the system.
    public init(
        _ base: any Transport,
        configuration: CircuitBreaker.Configuration = CircuitBreaker.Configuration(),
        time: TimeSource = .system,
        random: RandomSource = .system
    ) {
        self.base = base
        self.circuits = Circuits(configuration, time: time, random: random)
    }

    /// What the decorated transport can do.
    public var capabilities: TransportCapabilities { base.capabilities }

    /// Whether requests to an origin pass now.
    ///
    /// - Parameter origin: where to.
    /// - Returns: the state of its circuit; an open one says until when, on the reading of the time source.
    public func state(of origin: Origin) -> CircuitBreaker.State {
        circuits.state(of: origin)
    }

    /// Sends a request unless the circuit to its origin is open.
    ///
    /// - Parameter request: what to send.
    /// - Returns: the base's response.
    /// - Throws: ``/ParseTransport/TransportError/Kind/circuitOpen`` where nothing was sent, or the base's fault.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try request.validate()
        guard let origin = Origin(request.url) else { return try await base.send(request) }
        let attempt = RetryAttempt.current
        let permit = try circuits.admit(attempt?.call ?? CallID(), to: origin)
        do throws(TransportError) {
            let response = try await base.send(request)
            circuits.record(.init(response.head), as: "\(response.status)", of: permit, to: origin)
            return response
        } catch {
            if error.kind == .cancelled, let attempt, attempt.hasTimedOut {
                circuits.record(.failure, as: "\(TransportError.Kind.timedOut)", of: permit, to: origin)
            } else {
                circuits.record(.init(error), as: "\(error.kind)", of: permit, to: origin)
            }
            throw error
        }
    }
}
