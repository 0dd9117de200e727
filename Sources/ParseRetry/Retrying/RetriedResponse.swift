public import ParseTransport

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A response and what it took to get it.
///
/// Its status may still be an error: then ``limit`` says whether trying on might have helped.
public struct RetriedResponse: Sendable {
    /// The last attempt's response; the body of an error response has been read and bounded.
    public let response: TransportResponse

    /// Every attempt, in order.
    public let attempts: [AttemptRecord]

    /// What ended the attempts although the error might have passed; `nil` where nothing did.
    public let limit: RetryLimit?

    /// How long the server asked to wait, be it another call whose pause ended this one; `nil` where it did not.
    public let serverDelay: Duration?

    /// When the server wants to be asked again, by this machine's clock; `nil` where it did not say.
    public let retryAt: Date?

    init(
        response: TransportResponse,
        attempts: [AttemptRecord],
        limit: RetryLimit?,
        serverDelay: Duration?,
        date: Date
    ) {
        self.response = response
        self.attempts = attempts
        self.limit = limit
        self.serverDelay = serverDelay
        self.retryAt = serverDelay.map { date.addingTimeInterval($0 / .seconds(1)) }
    }
}
