public import ParseTransport

/// The policies and limits that requests are repeated by.
public struct RetryConfiguration: Sendable {
    /// Whether a failed attempt is worth another.
    ///
    /// Default: ``StandardRetryPolicy``, four attempts.
    public var policy: any RetryPolicy

    /// How long to wait before it.
    ///
    /// Default: ``ExponentialBackoff`` from 100 milliseconds (1 second when throttled) to 10 seconds, full jitter.
    public var backoff: any BackoffPolicy

    /// Whether this client should retry at all.
    ///
    /// Default: a ``RetryBudget`` of its own.
    public var throttle: any RetryThrottle

    /// The longest time until one attempt's response head.
    ///
    /// Default: 60 seconds.
    public var attemptTimeout: Duration

    /// The longest wait a server may ask for; above it the call ends at once with ``RetryLimit/serverDelay``.
    ///
    /// Default: 120 seconds.
    public var maximumServerDelay: Duration

    /// The most bytes of an error response's body that are read.
    ///
    /// Default: 64 KiB.
    public var errorBodyLimit: Int

    /// Reads what an error response's body says about trying again.
    ///
    /// Default: nothing.
    public var readVerdict: @Sendable (ResponseHead, [UInt8]) -> ServerVerdict

    /// Sets policies and limits.
    ///
    /// - Parameters:
    ///   - policy: whether a failed attempt is worth another. Default: the standard one, four attempts.
    ///   - backoff: how long to wait before it. Default: exponential with full jitter.
    ///   - throttle: whether this client should retry at all. Default: a budget of its own.
    ///   - attemptTimeout: the longest time until one attempt's response head. Default: 60 seconds.
    ///   - maximumServerDelay: the longest wait a server may ask for. Default: 120 seconds.
    ///   - errorBodyLimit: the most bytes read of an error's body. Default: 65,536.
    ///   - readVerdict: reads an error's body. Default: says nothing.
    public init(
        policy: any RetryPolicy = StandardRetryPolicy().limitingAttempts(to: 4),
        backoff: any BackoffPolicy = ExponentialBackoff(),
        throttle: any RetryThrottle = RetryBudget(),
        attemptTimeout: Duration = .seconds(60),
        maximumServerDelay: Duration = .seconds(120),
        errorBodyLimit: Int = 65_536,
        readVerdict: @escaping @Sendable (ResponseHead, [UInt8]) -> ServerVerdict = { _, _ in .none }
    ) {
        self.policy = policy
        self.backoff = backoff
        self.throttle = throttle
        self.attemptTimeout = attemptTimeout
        self.maximumServerDelay = maximumServerDelay
        self.errorBodyLimit = errorBodyLimit
        self.readVerdict = readVerdict
    }

    /// Copies the configuration and changes the copy.
    ///
    /// - Parameter change: what to change.
    /// - Returns: the changed copy.
    public func with(_ change: (inout RetryConfiguration) -> Void) -> RetryConfiguration {
        var copy = self
        change(&copy)
        return copy
    }
}
