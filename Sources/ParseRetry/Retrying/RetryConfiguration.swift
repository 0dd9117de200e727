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

    /// What lets one answer that asks for fewer requests slow all calls; `nil` for nothing.
    ///
    /// Default: a ``RequestPacer`` of its own.
    public var pacer: RequestPacer?

    /// The longest time until one attempt's response head.
    ///
    /// Default: 60 seconds.
    public var attemptTimeout: Duration

    /// The least time that must be left before the deadline for an attempt to be worth its wait, be it for the pacer.
    ///
    /// Default: 50 milliseconds.
    public var minimumAttemptTime: Duration

    /// The longest wait a server may ask for; above it the call ends at once with ``RetryLimit/serverDelay``, also where it
    /// was another call that the server asked.
    ///
    /// Default: 120 seconds.
    public var maximumServerDelay: Duration

    /// The most bytes of an error response's body that are read.
    ///
    /// Default: 64 KiB.
    public var errorBodyLimit: Int

    /// The name of a header field that tells the server how often the request was tried before; `nil` for none.
    ///
    /// Default: `nil`. The first attempt has no such field; all else in the request stays as it is.
    public var retryCountHeader: String?

    /// Reads what an error response's body says about trying again.
    ///
    /// Default: nothing.
    public var readVerdict: @Sendable (ResponseHead, [UInt8]) -> ServerVerdict

    /// Is told of each attempt, each wait and each end that came of a limit, as it happens; it must be quick.
    ///
    /// Default: nobody is told.
    public var observe: @Sendable (RetryEvent) -> Void

    /// Sets policies and limits.
    ///
    /// - Parameters:
    ///   - policy: whether a failed attempt is worth another. Default: the standard one, four attempts.
    ///   - backoff: how long to wait before it. Default: exponential with full jitter.
    ///   - throttle: whether this client should retry at all. Default: a budget of its own.
    ///   - pacer: what slows all calls when one is asked for fewer requests. Default: one of its own.
    ///   - attemptTimeout: the longest time until one attempt's response head. Default: 60 seconds.
    ///   - minimumAttemptTime: the least time that must be left for an attempt. Default: 50 milliseconds.
    ///   - maximumServerDelay: the longest wait a server may ask for. Default: 120 seconds.
    ///   - errorBodyLimit: the most bytes read of an error's body. Default: 65,536.
    ///   - retryCountHeader: the header field that counts retries. Default: none.
    ///   - readVerdict: reads an error's body. Default: says nothing.
    ///   - observe: is told what happens. Default: nobody is.
    public init(
        policy: any RetryPolicy = StandardRetryPolicy().limitingAttempts(to: 4),
        backoff: any BackoffPolicy = ExponentialBackoff(),
        throttle: any RetryThrottle = RetryBudget(),
        pacer: RequestPacer? = RequestPacer(),
        attemptTimeout: Duration = .seconds(60),
        minimumAttemptTime: Duration = .milliseconds(50),
        maximumServerDelay: Duration = .seconds(120),
        errorBodyLimit: Int = 65_536,
        retryCountHeader: String? = nil,
        readVerdict: @escaping @Sendable (ResponseHead, [UInt8]) -> ServerVerdict = { _, _ in .none },
        observe: @escaping @Sendable (RetryEvent) -> Void = { _ in }
    ) {
        self.policy = policy
        self.backoff = backoff
        self.throttle = throttle
        self.pacer = pacer
        self.attemptTimeout = attemptTimeout
        self.minimumAttemptTime = minimumAttemptTime
        self.maximumServerDelay = maximumServerDelay
        self.errorBodyLimit = errorBodyLimit
        self.retryCountHeader = retryCountHeader
        self.readVerdict = readVerdict
        self.observe = observe
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
