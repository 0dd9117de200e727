public import ParseTransport

/// A call that ended without a response, and what was tried.
public struct RetryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The last attempt's fault.
    public let fault: TransportError

    /// Every attempt, in order; empty where the deadline had passed before the first.
    public let attempts: [AttemptRecord]

    /// What ended the attempts although the fault might have passed; `nil` where nothing did.
    public let limit: RetryLimit?

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - fault: the last attempt's fault.
    ///   - attempts: every attempt, in order.
    ///   - limit: what ended the attempts. Default: nothing did.
    public init(fault: TransportError, attempts: [AttemptRecord], limit: RetryLimit? = nil) {
        self.fault = fault
        self.attempts = attempts
        self.limit = limit
    }

    /// The fault, the number of attempts and what ended them.
    public var description: String {
        let ended = limit.map { ", ended by the \($0) limit" } ?? ""
        return "\(fault) (attempts: \(attempts.count)\(ended))"
    }
}
