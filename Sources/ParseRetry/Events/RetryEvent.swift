/// Something that happens to a call while it is under way.
public enum RetryEvent: Sendable, Hashable {
    /// An attempt has ended, well or not.
    case attempt(AttemptRecord)

    /// Another attempt follows after a wait.
    case wait(Duration, RetryCause)

    /// The call was held back for so long, since another one was asked for fewer requests.
    case paced(Duration)

    /// The call gives up although its fault might pass.
    case gaveUp(RetryLimit)

    /// A URL has run out, and a new one was asked for.
    case refreshed
}
