public import ParseTransport

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

    /// How long the server asked to wait, `nil` where it did not.
    public let serverDelay: Duration?
}
