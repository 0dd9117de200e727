public import ParseTransport

extension HedgingTransport {
    /// When a second request is sent, and how many.
    ///
    /// Numbers that make no sense are taken for the nearest that do.
    public struct Configuration: Sendable {
        /// The least time before a second request.
        ///
        /// Default: 50 milliseconds.
        public var minimumDelay: Duration

        /// The share of recent calls whose response head came sooner than the second request is sent, from 0 to 1.
        ///
        /// Default: 0.95.
        public var percentile: Double

        /// How many recent calls of an origin ``percentile`` is taken of.
        ///
        /// Default: 256.
        public var samples: Int

        /// From how many recent calls it is taken; before that ``initialDelay`` counts.
        ///
        /// Default: 20.
        public var minimumSamples: Int

        /// The time before a second request while too few calls are known.
        ///
        /// Default: `nil`, no second request.
        public var initialDelay: Duration?

        /// The largest share of an origin's hedgeable calls of the last minute that get a second request, from 0 to 1.
        ///
        /// Default: 0.05, so that the first may be sent with the twentieth call in a minute.
        public var maximumShare: Double

        /// How long no second request is sent after a `429` that does not say how long.
        ///
        /// Default: 10 seconds.
        public var pauseAfterThrottling: Duration

        /// Whether a second request to an origin may be sent at an instant on the time source's reading.
        ///
        /// It is asked when one is due. With the budget of a ``RetryingTransport`` it keeps second requests off a service
        /// in trouble: `mayHedge: budget.isMoreThanHalfFull`.
        ///
        /// Default: always.
        public var mayHedge: @Sendable (_ origin: Origin, _ instant: Duration) -> Bool

        /// Sets the numbers.
        ///
        /// - Parameters:
        ///   - minimumDelay: the least time before a second request. Default: 50 milliseconds.
        ///   - percentile: the share of recent calls that are answered sooner. Default: 0.95.
        ///   - samples: how many recent calls that is taken of. Default: 256.
        ///   - minimumSamples: from how many. Default: 20.
        ///   - initialDelay: the time while fewer are known. Default: `nil`, no second request.
        ///   - maximumShare: the largest share of calls with a second request. Default: 0.05.
        ///   - pauseAfterThrottling: the pause after a `429` without a time. Default: 10 seconds.
        ///   - mayHedge: whether a second request may be sent. Default: always.
        public init(
            minimumDelay: Duration = .milliseconds(50),
            percentile: Double = 0.95,
            samples: Int = 256,
            minimumSamples: Int = 20,
            initialDelay: Duration? = nil,
            maximumShare: Double = 0.05,
            pauseAfterThrottling: Duration = .seconds(10),
            mayHedge: @escaping @Sendable (_ origin: Origin, _ instant: Duration) -> Bool = { _, _ in true }
        ) {
            self.minimumDelay = minimumDelay
            self.percentile = percentile
            self.samples = samples
            self.minimumSamples = minimumSamples
            self.initialDelay = initialDelay
            self.maximumShare = maximumShare
            self.pauseAfterThrottling = pauseAfterThrottling
            self.mayHedge = mayHedge
        }
    }
}
