public import ParseModels

/// What one look at a run found while it was waited for.
public struct ParseRunUpdate: Sendable {
    /// The run as it stands.
    public let run: ParseRun

    /// How often it has been looked at, this time included.
    public let polls: Int

    /// The time since the wait began.
    public let elapsed: Duration

    /// The run's status.
    public var status: ParseRun.Status { run.status }
}
