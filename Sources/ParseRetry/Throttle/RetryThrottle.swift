public import ParseTransport

/// Decides whether this client should retry at all: the third of three questions a retry asks.
///
/// It is shared by every call of a client and kept per origin, so that a service in trouble is not made to suffer more.
public protocol RetryThrottle: Sendable {
    /// Asks for leave to retry.
    ///
    /// - Parameters:
    ///   - cause: why the request is to be repeated.
    ///   - origin: where to.
    ///   - instant: the time source's reading.
    /// - Returns: what the retry cost, to be handed back on success; `nil` if it must not happen.
    func withdraw(for cause: RetryCause, to origin: Origin, at instant: Duration) -> RetryCharge?

    /// Notes a success.
    ///
    /// - Parameters:
    ///   - charge: what the last retry of the call cost; `nil` if the first attempt succeeded.
    ///   - origin: where to.
    ///   - instant: the time source's reading.
    func deposit(_ charge: RetryCharge?, to origin: Origin, at instant: Duration)
}
