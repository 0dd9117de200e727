/// A policy's answer, with its reason.
public enum RetryDecision: Sendable, Hashable {
    /// Worth another attempt.
    case retry(RetryCause)

    /// Another attempt would end the same way, or might do harm.
    case permanent

    /// It might pass, but enough was tried.
    case exhausted(RetryLimit)
}

extension RetryDecision: CustomStringConvertible {
    /// The decision and its reason in a few words.
    public var description: String {
        switch self {
        case .retry(let cause): "tried again as \(cause)"
        case .permanent: "not tried again"
        case .exhausted(let limit): "ended by the \(limit) limit"
        }
    }
}
