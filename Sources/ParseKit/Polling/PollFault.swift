import ParseRetry

/// What one request failed with.
struct PollFault: Error {
    let error: ParseError

    /// How long the service wants no other.
    var serverDelay: Duration?

    /// How much of the request's own time was waited since the service asked for it.
    var heldUp: Duration {
        // Before the first attempt nothing is waited for but a pause.
        zip(error.attempts, error.attempts.dropFirst())
            .filter { before, _ in before.decision == .retry(.throttled) }
            .reduce(error.attempts.first?.delay ?? .zero) { $0 + $1.1.delay }
    }
}
