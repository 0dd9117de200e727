public import ParseModels
public import ParseRetry
import ParseTransport

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

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

    /// When it happened, by the clock of ``ParseClientConfiguration/time``.
    public let date: Date

    /// What can happen.
    public enum Kind: Sendable {
        /// An attempt has ended, a wait begins, a call was held back or given up, a URL was replaced.
        case retry(RetryEvent)

        /// A run was looked at while it is waited for, by one or by many.
        case poll(ParseRun.Status)
    }

    /// The event in one line, without its date, which a log adds itself.
    public var description: String {
        let what =
            switch kind {
            case .retry(.attempt(let attempt)): "attempt \(attempt)"
            case .retry(.wait(let duration, let cause)): "waits \(duration.shown), \(cause)"
            case .retry(.paced(let duration)): "was held back for \(duration.shown)"
            case .retry(.gaveUp(let limit)): "gave up at the \(limit) limit"
            case .retry(.refreshed): "got a new URL"
            case .poll(let status): "is \(status)"
            }
        return "\(operation) \(runID): \(what)"
    }
}
