/// How a wait for a turn ended.
package enum TurnEnding: Sendable, Hashable {
    /// It is there, after so long.
    case come(after: Duration)

    /// It would come too late, by the deadline or since a server asked for too long a pause; this was known at once.
    case refused(RetryLimit)

    /// The task was cancelled.
    case cancelled
}
