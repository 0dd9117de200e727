public import ParseTransport
import Synchronization

/// A bucket of tokens for each origin: every retry takes some, success and time give them back.
///
/// With the defaults about thirty-five passing faults in a row empty it; then calls fail at once instead of adding load.
public final class RetryBudget: RetryThrottle {
    /// How the buckets are filled and emptied.
    public struct Configuration: Sendable, Hashable {
        /// The most tokens a bucket holds, and what it begins with.
        ///
        /// Default: 500.
        public var capacity: Int

        /// The price of a retry after a passing fault.
        ///
        /// Default: 14.
        public var transientCost: Int

        /// The price of a retry after throttling.
        ///
        /// Default: 5.
        public var throttledCost: Int

        /// The tokens that come back each second.
        ///
        /// Default: 1.
        public var refillPerSecond: Int

        /// Sets prices and refill.
        ///
        /// - Parameters:
        ///   - capacity: the most tokens. Default: 500.
        ///   - transientCost: the price after a passing fault. Default: 14.
        ///   - throttledCost: the price after throttling. Default: 5.
        ///   - refillPerSecond: the tokens that come back each second. Default: 1.
        public init(
            capacity: Int = 500,
            transientCost: Int = 14,
            throttledCost: Int = 5,
            refillPerSecond: Int = 1
        ) {
            self.capacity = capacity
            self.transientCost = transientCost
            self.throttledCost = throttledCost
            self.refillPerSecond = refillPerSecond
        }
    }

    private struct Bucket {
        var tokens: Int
        var filledAt: Duration
    }

    private let configuration: Configuration
    private let buckets = Mutex<[Origin: Bucket]>([:])

    /// Makes full buckets.
    ///
    /// - Parameter configuration: prices and refill; a negative number counts as 0. Default: 500 tokens, 14 and 5 a retry, 1 back each second.
    public init(configuration: Configuration = Configuration()) {
        self.configuration = Configuration(
            capacity: max(0, configuration.capacity),
            transientCost: max(0, configuration.transientCost),
            throttledCost: max(0, configuration.throttledCost),
            refillPerSecond: max(0, configuration.refillPerSecond)
        )
    }

    /// Takes the price of one retry out of the origin's bucket.
    ///
    /// - Parameters:
    ///   - cause: chooses the price.
    ///   - origin: whose bucket.
    ///   - instant: the time source's reading, for the refill.
    /// - Returns: what was taken; `nil` if the bucket holds less.
    public func withdraw(for cause: RetryCause, to origin: Origin, at instant: Duration) -> RetryCharge? {
        let cost = cause == .throttled ? configuration.throttledCost : configuration.transientCost
        return change(origin, at: instant) { bucket in
            guard bucket.tokens >= cost else { return nil }
            bucket.tokens -= cost
            return RetryCharge(tokens: cost)
        }
    }

    /// Gives back what the successful retry cost, or one token for a success at the first attempt.
    ///
    /// - Parameters:
    ///   - charge: what the last retry cost; `nil` for a success at the first attempt.
    ///   - origin: whose bucket.
    ///   - instant: the time source's reading, for the refill.
    public func deposit(_ charge: RetryCharge?, to origin: Origin, at instant: Duration) {
        change(origin, at: instant) { bucket in
            let room = configuration.capacity - bucket.tokens
            bucket.tokens += min(room, max(0, charge?.tokens ?? 1))
        }
    }

    /// The tokens an origin has left.
    ///
    /// - Parameters:
    ///   - origin: whose bucket.
    ///   - instant: the time source's reading, for the refill.
    /// - Returns: the tokens, from 0 to the capacity.
    public func tokens(for origin: Origin, at instant: Duration) -> Int {
        change(origin, at: instant) { $0.tokens }
    }

    /// Whether an origin has more than half of its tokens left: a service that is well enough for requests beyond need,
    /// such as those of a ``HedgingTransport``.
    ///
    /// - Parameters:
    ///   - origin: whose bucket.
    ///   - instant: the time source's reading, for the refill.
    /// - Returns: `true` if more than half of the capacity is left.
    public func isMoreThanHalfFull(for origin: Origin, at instant: Duration) -> Bool {
        tokens(for: origin, at: instant) > configuration.capacity / 2
    }

    private func change<Result: Sendable>(
        _ origin: Origin,
        at instant: Duration,
        _ body: (inout Bucket) -> Result
    ) -> Result {
        buckets.withLock { buckets in
            var bucket = buckets[origin] ?? Bucket(tokens: configuration.capacity, filledAt: instant)
            refill(&bucket, at: instant)
            defer { buckets[origin] = bucket }
            return body(&bucket)
        }
    }

    /// Whole seconds only; the rest stays on the meter for the next refill.
    private func refill(_ bucket: inout Bucket, at instant: Duration) {
        let seconds = (instant - bucket.filledAt).components.seconds
        guard seconds > 0 else { return }
        let (earned, overflow) = Int(clamping: seconds).multipliedReportingOverflow(by: configuration.refillPerSecond)
        let room = configuration.capacity - bucket.tokens
        bucket.tokens += overflow ? room : min(room, earned)
        bucket.filledAt += .seconds(seconds)
    }
}
