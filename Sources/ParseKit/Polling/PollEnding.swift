import ParseModels
import ParseRetry

/// How one waiter's wait ended.
struct PollEnding: Sendable {
    let outcome: PollOutcome<ParseRun, ParseError>

    /// How the run stood when this waiter was last told.
    let lastStatus: ParseRun.Status?

    /// How long it was waited for, also before by another process.
    let waited: Duration
}
