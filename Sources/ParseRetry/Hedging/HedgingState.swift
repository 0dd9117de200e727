/// What is known of an origin's calls, and what follows for the next: a value without a clock of its own.
package struct HedgingState: Sendable {
    private static let slot = Duration.seconds(2)

    private let configuration: HedgingTransport.Configuration
    private var latencies: RecentLatencies
    /// Calls leave the count up to a slot early and hedges up to a slot late, so that the share errs on the safe side.
    private var calls = SlidingCount(slots: 30, of: slot)
    private var hedges = SlidingCount(slots: 31, of: slot)
    private var pausedUntil = Duration.zero

    /// Knows nothing yet.
    ///
    /// - Parameter configuration: when a second request is sent.
    package init(_ configuration: HedgingTransport.Configuration) {
        self.configuration = configuration
        self.latencies = RecentLatencies(capacity: configuration.samples)
    }

    /// Counts a call that begins.
    ///
    /// - Parameter instant: the time source's reading.
    /// - Returns: after how long it may be hedged; `nil` for never.
    package mutating func begin(at instant: Duration) -> Duration? {
        calls.add(at: instant)
        let isKnown = latencies.count >= min(configuration.minimumSamples, configuration.samples)
        let expected = isKnown ? latencies.percentile(configuration.percentile) : nil
        return (expected ?? configuration.initialDelay).map { max(configuration.minimumDelay, $0) }
    }

    /// Asks for a second request, and counts it if there is leave.
    ///
    /// - Parameter instant: the time source's reading.
    /// - Returns: whether it may be sent.
    package mutating func takeHedge(at instant: Duration) -> Bool {
        guard instant >= pausedUntil else { return false }
        let allowed = configuration.maximumShare * Double(calls.count(at: instant))
        guard Double(hedges.count(at: instant) + 1) <= allowed else { return false }
        hedges.add(at: instant)
        return true
    }

    /// Notes how long a first request took to its response head, or at least took when it was cut off.
    ///
    /// - Parameter latency: the time.
    package mutating func add(_ latency: Duration) {
        latencies.add(latency)
    }

    /// Notes that the service asks for fewer requests.
    ///
    /// - Parameter instant: until when; an earlier one than was noted changes nothing.
    package mutating func pause(until instant: Duration) {
        pausedUntil = max(pausedUntil, instant)
    }
}
