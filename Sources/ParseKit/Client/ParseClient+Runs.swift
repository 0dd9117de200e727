public import ParseModels
import ParseRetry

extension ParseClient {
    /// Fetches a run: `GET /parse_runs/{id}`.
    ///
    /// A run that `FAILED` is a value like any other: see ``ParseRun/status-swift.property``.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - responseType: how a processed run hands out its output. Default: inside the run.
    /// - Returns: the run as it stands.
    /// - Throws: why it could not be had.
    public func parseRun(
        _ id: String,
        responseType: ResponseType = .inline
    ) async throws(ParseError) -> ParseRun {
        try await session.call(.parseRun(id, responseType: responseType)).run()
    }

    /// Waits until a run has ended, however it ends.
    ///
    /// Neither a timeout nor a cancellation touches the run itself, which goes on and is paid for: the error's
    /// ``ParseError/handle`` names it, and waiting for its id again goes on from there. Faults that might pass do not
    /// end the wait before the schedule's error window is over.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - responseType: how the finished run hands out its output. Default: as a URL, so that even the run of a huge
    ///     document is small; ``chunks(of:)`` streams it.
    ///   - timeout: how long to wait; `nil` waits for ever. Default: 30 minutes.
    ///   - onUpdate: told of the run at every look. Default: nobody is told.
    /// - Returns: the run, in a terminal status: check it, for `FAILED` is a value too.
    /// - Throws: ``ParseError/Code/timedOut`` or ``ParseError/Code/cancelled`` with the handle, or why the run could
    ///   not be looked at.
    public func waitForParseRun(
        _ id: String,
        responseType: ResponseType = .url,
        timeout: Duration? = .seconds(1_800),
        onUpdate: (ParseRunUpdate) -> Void = { _ in }
    ) async throws(ParseError) -> ParseRun {
        let wait = RunWait(
            session: session,
            id: id,
            responseType: responseType,
            deadline: Deadline(after: timeout, on: configuration.time)
        )
        return try await wait.run(onUpdate: onUpdate)
    }
}
