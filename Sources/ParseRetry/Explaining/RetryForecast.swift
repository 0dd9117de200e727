import ParseTransport

/// What a configuration makes of a call during an outage.
public struct RetryForecast: Sendable, Hashable, CustomStringConvertible {
    /// How long the outage lasts.
    public let outage: Duration

    /// The attempts, where chance makes every wait as short as it may be.
    public let shortest: [AttemptRecord]

    /// The attempts, where chance makes every wait as long as it may be.
    public let longest: [AttemptRecord]

    /// Whether the call survives the outage.
    public let outcome: Outcome

    /// The share of calls that survive it, from 0 to 1; as it is counted in a thousand trials, half a percent may be amiss,
    /// and up to three behind more than sixteen waits, as those beyond come by chance.
    public let survival: Double

    /// The longest time until the call has ended, well or not.
    public let worstCase: Duration

    /// Whether a call survives an outage.
    public enum Outcome: Sendable, Hashable {
        /// Always.
        case survives

        /// As chance will have it.
        case maySurvive

        /// Never.
        case fails
    }

    /// The outcome, the attempts and the worst case in one line.
    public var description: String {
        let verdict =
            switch outcome {
            case .survives: "is survived"
            case .maySurvive: "is survived by \((survival * 100).rounded()) % of calls"
            case .fails: "is not survived"
            }
        let attempts =
            shortest.count == longest.count ? "\(longest.count)" : "\(longest.count) to \(shortest.count)"
        let noun = attempts == "1" ? "attempt" : "attempts"
        let end: String =
            if outcome != .survives, case .exhausted(let limit) = longest.last?.decision {
                ", ended by the \(limit) limit"
            } else { "" }
        return "An outage of \(outage.shown) \(verdict): \(attempts) \(noun), at most \(worstCase.shown)\(end)."
    }
}
