/// When to ask again how a run stands: soon at first, then in proportion to the time already waited.
///
/// The end of a run is seen late by half a wait in the mean: half the ratio of its time, where that lies between
/// ``minimum`` and ``maximum`` (with the defaults, runs of ten seconds to seven minutes), and half of the nearer bound
/// for the rest.
public struct PollSchedule: Sendable, Hashable {
    /// The next wait as a share of the time already waited.
    ///
    /// Default: 0.05.
    public var ratio: Double

    /// The shortest wait, before jitter.
    ///
    /// Default: 500 milliseconds.
    public var minimum: Duration

    /// The longest wait, before jitter.
    ///
    /// Default: 20 seconds.
    public var maximum: Duration

    /// How far a wait is spread to either side, as a share of it.
    ///
    /// Default: 0.2.
    public var jitter: Double

    /// How long asking may fail in a row with faults that might pass before the wait gives up; what the server itself asks
    /// to wait meanwhile does not count.
    ///
    /// Default: 60 seconds.
    public var errorWindow: Duration

    /// How long the last request, which is sent at the deadline, may take.
    ///
    /// Default: 1 second.
    public var lastPollAllowance: Duration

    /// The longest wait that a server may ask for between two requests; what goes beyond is cut to it.
    ///
    /// Default: 600 seconds.
    public var maximumServerDelay: Duration

    /// Sets the schedule.
    ///
    /// - Parameters:
    ///   - ratio: the next wait as a share of the time already waited. Default: 0.05.
    ///   - minimum: the shortest wait. Default: 500 milliseconds.
    ///   - maximum: the longest wait. Default: 20 seconds.
    ///   - jitter: how far a wait is spread to either side. Default: 0.2.
    ///   - errorWindow: how long asking may fail in a row. Default: 60 seconds.
    ///   - lastPollAllowance: how long the last request may take. Default: 1 second.
    ///   - maximumServerDelay: the longest wait that a server may ask for. Default: 600 seconds.
    public init(
        ratio: Double = 0.05,
        minimum: Duration = .milliseconds(500),
        maximum: Duration = .seconds(20),
        jitter: Double = 0.2,
        errorWindow: Duration = .seconds(60),
        lastPollAllowance: Duration = .seconds(1),
        maximumServerDelay: Duration = .seconds(600)
    ) {
        self.ratio = ratio
        self.minimum = minimum
        self.maximum = maximum
        self.jitter = jitter
        self.errorWindow = errorWindow
        self.lastPollAllowance = lastPollAllowance
        self.maximumServerDelay = maximumServerDelay
    }

    /// Five per cent of the time waited, from half a second to twenty seconds.
    public static let standard = PollSchedule()

    private static let largestRatio = 1_000.0

    /// Copies the schedule and changes the copy.
    ///
    /// - Parameter change: what to change.
    /// - Returns: the changed copy.
    public func with(_ change: (inout PollSchedule) -> Void) -> PollSchedule {
        var copy = self
        change(&copy)
        return copy
    }

    /// Gives the wait before the next request.
    ///
    /// - Parameters:
    ///   - elapsed: the time already waited.
    ///   - random: where jitter comes from.
    /// - Returns: the wait, at least a millisecond, so that no schedule can spin.
    public func delay(after elapsed: Duration, random: RandomSource) -> Duration {
        // In this order what is not a number counts as 0, and no product overflows.
        let share = min(Self.largestRatio, max(0, ratio))
        let spread = min(1, max(0, jitter))
        let nominal = max(minimum, min(maximum, elapsed * share))
        return max(.milliseconds(1), nominal * random.number(in: (1 - spread)...(1 + spread)))
    }
}
