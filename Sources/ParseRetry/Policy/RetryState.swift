/// What was tried so far: all that policies decide by.
///
/// It may gain fields.
public struct RetryState: Sendable, Hashable {
    /// How many attempts have failed, the one being judged included.
    public var attempts: Int

    /// The time since the first attempt began.
    public var elapsed: Duration

    /// Whether sending the request twice does no more than sending it once.
    public var isIdempotent: Bool

    /// The position in the backoff's progression, from 0; it begins again after a delay that the server set.
    public var backoffStep: Int

    /// The wait before the attempt that is judged; none before the first.
    public var lastDelay: Duration

    /// Makes a state.
    ///
    /// - Parameters:
    ///   - attempts: how many attempts have failed.
    ///   - elapsed: the time since the first began. Default: none.
    ///   - isIdempotent: whether the request may be sent twice. Default: `true`.
    ///   - backoffStep: the position in the backoff's progression. Default: one less than the attempts.
    ///   - lastDelay: the wait before the attempt that is judged. Default: none.
    public init(
        attempts: Int,
        elapsed: Duration = .zero,
        isIdempotent: Bool = true,
        backoffStep: Int? = nil,
        lastDelay: Duration = .zero
    ) {
        self.attempts = attempts
        self.elapsed = elapsed
        self.isIdempotent = isIdempotent
        self.backoffStep = backoffStep ?? max(0, attempts - 1)
        self.lastDelay = lastDelay
    }
}
