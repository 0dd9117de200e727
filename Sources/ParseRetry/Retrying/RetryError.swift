public import ParseTransport

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A call that ended without a response, and what was tried.
public struct RetryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The last attempt's fault.
    public let fault: TransportError

    /// Every attempt, in order; empty where the deadline had passed before the first, or a pause was too long to wait for.
    public let attempts: [AttemptRecord]

    /// What ended the attempts although the fault might have passed; `nil` where nothing did.
    public let limit: RetryLimit?

    /// When the server wants to be asked again, by this machine's clock, also where it said so to another call; `nil` where
    /// it did not say.
    public let retryAt: Date?

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - fault: the last attempt's fault.
    ///   - attempts: every attempt, in order.
    ///   - limit: what ended the attempts. Default: nothing did.
    ///   - retryAt: when the server wants to be asked again. Default: it did not say.
    public init(fault: TransportError, attempts: [AttemptRecord], limit: RetryLimit? = nil, retryAt: Date? = nil) {
        self.fault = fault
        self.attempts = attempts
        self.limit = limit
        self.retryAt = retryAt
    }

    /// The fault, the number of attempts and what ended them.
    public var description: String {
        let ended = limit.map { ", ended by the \($0) limit" } ?? ""
        return "\(fault) (attempts: \(attempts.count)\(ended))"
    }
}
