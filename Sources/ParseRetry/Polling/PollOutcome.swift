/// How a ``PollLoop`` ended.
public enum PollOutcome<Value: Sendable, Failure: Error>: Sendable {
    /// What was waited for is there.
    case finished(Value)

    /// Asking failed for good, or for longer than the schedule's error window.
    case failed(Failure)

    /// The deadline came first; the last request's fault, if it failed.
    case timedOut(Failure?)

    /// The task was cancelled.
    case cancelled
}
