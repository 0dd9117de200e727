/// What one request of a ``PollLoop`` found.
public enum PollStep<Value: Sendable>: Sendable {
    /// What was waited for.
    case finished(Value)

    /// Not there yet; the server may have asked not to be asked again before some time has passed.
    case pending(serverDelay: Duration?)
}
