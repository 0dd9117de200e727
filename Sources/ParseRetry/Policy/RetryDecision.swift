/// A policy's answer, with its reason.
public enum RetryDecision: Sendable, Hashable {
    /// Worth another attempt.
    case retry(RetryCause)

    /// Another attempt would end the same way, or might do harm.
    case permanent

    /// It might pass, but enough was tried.
    case exhausted(RetryLimit)
}
