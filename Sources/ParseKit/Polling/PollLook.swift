import ParseModels

/// What one request found.
struct PollLook: Sendable {
    let run: ParseRun

    /// How long the server asked to wait.
    let serverDelay: Duration?

    /// When it was found.
    let at: Duration
}

/// What is polled: the same run in another form is another request.
struct PollKey: Hashable, Sendable {
    let id: String
    let responseType: ResponseType
}
