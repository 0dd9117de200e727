extension CircuitBreaker {
    /// When a circuit opens, for how long, and what closes it.
    ///
    /// Numbers that make no sense are taken for the nearest that do.
    public struct Configuration: Sendable, Hashable {
        /// How long a failure counts.
        ///
        /// Default: 30 seconds.
        public var window: Duration

        /// The failures in a row that open the circuit, if they come from ``minimumCalls``.
        ///
        /// Default: 5.
        public var consecutiveFailures: Int

        /// From how many calls the failures in a row must come, so that no single call opens the circuit with its retries.
        ///
        /// Default: 2.
        public var minimumCalls: Int

        /// The requests in the window from which their ``failureRatio`` counts.
        ///
        /// Default: 20.
        public var minimumRequests: Int

        /// The share of failed requests in the window that opens the circuit, from 0 to 1.
        ///
        /// Default: 0.5.
        public var failureRatio: Double

        /// How long the circuit is open the first time; each failed probe doubles it.
        ///
        /// Half of it is certain, the other half left to chance, so that clients do not come back together.
        ///
        /// Default: 5 seconds.
        public var firstOpenTime: Duration

        /// The longest time that doubling arrives at.
        ///
        /// A wait for a run gives up after ``PollSchedule/errorWindow`` without an answer, also while a circuit is open.
        ///
        /// Default: 60 seconds.
        public var longestOpenTime: Duration

        /// The probes that must succeed, one after the other, to close the circuit.
        ///
        /// Default: 2.
        public var probesToClose: Int

        /// Sets the numbers.
        ///
        /// - Parameters:
        ///   - window: how long a failure counts. Default: 30 seconds.
        ///   - consecutiveFailures: the failures in a row that open the circuit. Default: 5.
        ///   - minimumCalls: from how many calls they must come. Default: 2.
        ///   - minimumRequests: the requests from which their ratio counts. Default: 20.
        ///   - failureRatio: the share of failures that opens the circuit. Default: 0.5.
        ///   - firstOpenTime: how long it is open the first time. Default: 5 seconds.
        ///   - longestOpenTime: the longest it is open. Default: 60 seconds.
        ///   - probesToClose: the successes in a row that close it. Default: 2.
        public init(
            window: Duration = .seconds(30),
            consecutiveFailures: Int = 5,
            minimumCalls: Int = 2,
            minimumRequests: Int = 20,
            failureRatio: Double = 0.5,
            firstOpenTime: Duration = .seconds(5),
            longestOpenTime: Duration = .seconds(60),
            probesToClose: Int = 2
        ) {
            self.window = window
            self.consecutiveFailures = consecutiveFailures
            self.minimumCalls = minimumCalls
            self.minimumRequests = minimumRequests
            self.failureRatio = failureRatio
            self.firstOpenTime = firstOpenTime
            self.longestOpenTime = longestOpenTime
            self.probesToClose = probesToClose
        }

        /// How long the circuit is open after so many probes have failed.
        func openTime(afterFailedProbes count: Int, random: RandomSource) -> Duration {
            ExponentialBackoff(
                transientBase: firstOpenTime,
                cap: min(longestOpenTime, ServerDelay.longest),
                jitter: .equal
            ).delay(after: RetryState(attempts: 1, backoffStep: count), cause: .transient, random: random)
        }
    }
}
