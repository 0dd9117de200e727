import ParseModels
import ParseRetry

/// One wait for one run: what is asked for, and what its ending means to whoever waits.
struct RunWait: Sendable {
    let id: String
    let responseType: ResponseType
    let deadline: Deadline
    let baseURL: BaseURL

    /// How long it was waited for before, perhaps by another process.
    var waited = Duration.zero

    /// How the run stood then.
    var lastStatus: ParseRun.Status?

    /// The ending of a wait that was cancelled before it began.
    var cancelledEnding: PollEnding { PollEnding(outcome: .cancelled, lastStatus: lastStatus, waited: waited) }

    /// Makes the run or the error of an ending.
    func run(_ ending: PollEnding) throws(ParseError) -> ParseRun {
        let handle = handle(lastStatus: ending.lastStatus, waited: ending.waited)
        switch ending.outcome {
        case .finished(let run): return run
        case .failed(let error): throw error.with(handle, operation: .waitForParseRun)
        case .cancelled: throw .cancelled(.waitForParseRun, handle: handle)
        case .timedOut(let last): throw timedOut(ending.lastStatus, last, handle)
        }
    }

    /// The end of a wait that saw no end of the run, and what the last look failed with, if it did.
    private func timedOut(_ status: ParseRun.Status?, _ last: ParseError?, _ handle: RunHandle) -> ParseError {
        let standing = "The run was still \(status.map { "\($0)" } ?? "unseen") when the wait ended"
        return ParseError(
            .timedOut,
            message: last.map { "\(standing); the last look failed, \($0.code): \($0.message)" } ?? "\(standing).",
            operation: .waitForParseRun,
            isRetryable: true,
            retryAfter: last?.retryAfter,
            retryAt: last?.retryAt,
            attempts: last?.attempts ?? [],
            limit: last?.limit ?? .deadline,
            handle: handle,
            cause: last
        )
    }

    func handle(lastStatus: ParseRun.Status?, waited: Duration) -> RunHandle {
        RunHandle(
            id: id,
            lastStatus: lastStatus,
            baseURL: baseURL.description,
            secondsWaited: waited / .seconds(1)
        )
    }
}
