import ParseModels
import ParseRetry

/// What a waiter is told by a ``PollHub``.
struct PollLetter: Sendable {
    enum Content: Sendable {
        /// The run was looked at, and more will follow.
        case update(ParseRunUpdate)

        /// The last letter.
        case ended(PollEnding)
    }

    /// The waiter's number.
    let number: Int

    let content: Content
}

/// How one waiter's wait ended.
struct PollEnding: Sendable {
    let outcome: PollOutcome<ParseRun, ParseError>

    /// How the run stood when this waiter was last told.
    let lastStatus: ParseRun.Status?

    /// How long it was waited for, also before by another process.
    let waited: Duration
}
