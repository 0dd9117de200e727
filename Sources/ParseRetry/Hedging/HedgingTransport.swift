public import ParseTransport

/// A transport that sends a request a second time when its answer is late, and takes the answer that comes first.
///
/// It cuts off the slowest answers of a service that is otherwise well, at the price of a few requests more. What is
/// late, it learns of each ``/ParseTransport/Origin``'s own answers; copies of the transport share what they learn.
///
/// ```swift
/// let budget = RetryBudget()
/// let hedging = HedgingTransport(CurlTransport(), configuration: .init(mayHedge: budget.isMoreThanHalfFull))
/// let transport = RetryingTransport(hedging, configuration: RetryConfiguration(throttle: budget))
/// ```
///
/// - Only a `GET` or `HEAD` without a body is sent twice; everything else passes as it is.
/// - The second request is sent once no response head has come for the time that 95 % of the recent answers took, and
///   at the least 50 milliseconds; over a connection of its own where the base can do that. There is never a third.
/// - The first answer counts that is a success, or a refusal that would be the same again, such as `404`. The other
///   request is cancelled, and its failure is nobody's. While the other is under way a passing failure is waited out;
///   if both fail, an answer is returned rather than a fault, and the first request's rather than the second's.
/// - A first request that fails before its time is not sent again: that is a retry, which ``RetryingTransport`` does
///   with its backoff and budget.
/// - At most 5 % of the calls of the last minute get a second request. After a `429`, and for as long as a
///   `Retry-After` of any answer says, none does.
/// - Cancelling the caller cancels both requests, and `send` returns when both have ended. It rests on the base to end
///   promptly when it is cancelled, as every ``/ParseTransport/Transport`` promises.
public struct HedgingTransport: Transport {
    private let base: any Transport
    private let time: TimeSource
    private let origins: HedgedOrigins

    /// Decorates a transport.
    ///
    /// - Parameters:
    ///   - base: what sends the requests.
    ///   - configuration: when a second request is sent, and how many. Default: after the 95th percentile of the last
    ///     256 answers, for 5 % of the calls.
    ///   - time: where time comes from. Default: the system.
    public init(
        _ base: any Transport,
        configuration: Configuration = Configuration(),
        time: TimeSource = .system
    ) {
        self.base = base
        self.time = time
        self.origins = HedgedOrigins(configuration, time: time)
    }

    /// What the decorated transport can do.
    public var capabilities: TransportCapabilities { base.capabilities }

    /// Sends a request, and once more if its answer is late.
    ///
    /// - Parameter request: what to send.
    /// - Returns: the response that counts, its body not yet read.
    /// - Throws: the base's fault.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try request.validate()
        guard let origin = Origin(request.url) else { return try await base.send(request) }
        guard Self.mayBeSentTwice(request) else {
            let response = try await base.send(request)
            origins.observe(response.head, from: origin)
            return response
        }
        let exchange = HedgedExchange(request: request, origin: origin, base: base, time: time, origins: origins)
        guard let delay = origins.begin(origin) else { return try await exchange.run() }
        return try await exchange.run(hedgedAfter: delay)
    }

    private static func mayBeSentTwice(_ request: TransportRequest) -> Bool {
        (request.method == .get || request.method == .head) && request.body.isEmpty
    }
}
