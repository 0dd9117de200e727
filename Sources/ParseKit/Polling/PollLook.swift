import ParseModels

/// What one request found.
struct PollLook: Sendable {
    let run: ParseRun

    /// How long the server asked to wait.
    let serverDelay: Duration?

    /// When it was found.
    let at: Duration
}
