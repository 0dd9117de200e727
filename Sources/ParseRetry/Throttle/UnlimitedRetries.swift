public import ParseTransport

/// A throttle that always agrees.
public struct UnlimitedRetries: RetryThrottle {
    /// Makes the throttle.
    public init() {}

    /// Agrees, at no cost.
    ///
    /// - Parameters:
    ///   - cause: ignored.
    ///   - origin: ignored.
    ///   - instant: ignored.
    /// - Returns: a charge of nothing.
    public func withdraw(for cause: RetryCause, to origin: Origin, at instant: Duration) -> RetryCharge? {
        RetryCharge(tokens: 0)
    }

    /// Does nothing.
    ///
    /// - Parameters:
    ///   - charge: ignored.
    ///   - origin: ignored.
    ///   - instant: ignored.
    public func deposit(_ charge: RetryCharge?, to origin: Origin, at instant: Duration) {}
}
