public import ParseTransport

/// One attempt in the timeline of a call.
public struct AttemptRecord: Sendable, Hashable, CustomStringConvertible {
    /// Its number, from 1.
    public let number: Int

    /// How long was waited before it.
    public let delay: Duration

    /// When it began, counted from the call's beginning.
    public let start: Duration

    /// When its response head arrived or it failed, counted from the call's beginning.
    public let end: Duration

    /// How it ended.
    public let outcome: Outcome

    /// The service's id of the request: the header `x-extend-request-id`.
    public let requestID: String?

    /// What was made of a failure: another attempt and why, or none and why; `nil` for a success.
    public let decision: RetryDecision?

    /// Records an attempt.
    ///
    /// - Parameters:
    ///   - number: its number, from 1.
    ///   - delay: how long was waited before it.
    ///   - start: when it began.
    ///   - end: when it ended.
    ///   - outcome: how it ended.
    ///   - requestID: the service's id of the request. Default: none.
    ///   - decision: what was made of a failure. Default: nothing.
    public init(
        number: Int,
        delay: Duration,
        start: Duration,
        end: Duration,
        outcome: Outcome,
        requestID: String? = nil,
        decision: RetryDecision? = nil
    ) {
        self.number = number
        self.delay = delay
        self.start = start
        self.end = end
        self.outcome = outcome
        self.requestID = requestID
        self.decision = decision
    }

    /// How an attempt ended.
    public enum Outcome: Sendable, Hashable {
        /// A response head of this status arrived.
        case status(Int)

        /// No whole response head came back.
        case fault(TransportError)
    }

    /// The attempt in one line.
    public var description: String {
        let ending =
            switch outcome {
            case .status(let status): "\(status)"
            case .fault(let error): "\(error.kind)"
            }
        let reason = decision.map { ", \($0)" } ?? ""
        return "#\(number) after \(delay.shown): \(ending) at \(end.shown)\(reason)"
    }
}
