public import ParseModels
import ParseTransport

/// What one look at a run found while it was waited for.
public struct ParseRunUpdate: Sendable {
    /// The run as it stands.
    public let run: ParseRun

    /// How often it has been looked at in this wait, this time included.
    public let polls: Int

    /// The time waited so far: since the wait began, and where it goes on from a handle, what was waited before.
    public let elapsed: Duration

    /// The run's status.
    public var status: ParseRun.Status { run.status }
}

extension ParseRunUpdate: CustomStringConvertible {
    /// The run, how it stands and since when, in one line.
    public var description: String { "\(run.id) is \(status) after \(elapsed.shown), look \(polls)" }
}
