public import ParseModels
public import ParseRetry

/// Something that happens while a client works.
///
/// There is no secret in it.
public struct ClientEvent: Sendable, CustomStringConvertible {
    /// What is being done.
    public let operation: ParseError.Operation

    /// The run that it is about.
    public let runID: String

    /// What has happened.
    public let kind: Kind

    /// What can happen.
    public enum Kind: Sendable {
        /// An attempt has ended, a wait begins, a call was held back or given up, a URL was replaced.
        case retry(RetryEvent)

        /// A run was looked at while it is waited for, by one or by many.
        case poll(ParseRun.Status)
    }

    /// The event in one line.
    public var description: String {
        let what =
            switch kind {
            case .retry(.attempt(let attempt)): "attempt \(attempt)"
            case .retry(.wait(let duration, let cause)): "waits \(duration), \(cause)"
            case .retry(.paced(let duration)): "was held back for \(duration)"
            case .retry(.gaveUp(let limit)): "gave up at the \(limit) limit"
            case .retry(.refreshed): "got a new URL"
            case .poll(let status): "is \(status)"
            }
        return "\(operation) \(runID): \(what)"
    }
}
