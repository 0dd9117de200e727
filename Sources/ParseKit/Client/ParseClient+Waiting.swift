public import ParseModels
import ParseRetry

extension ParseClient {
    /// Waits until a run has ended, however it ends.
    ///
    /// Neither a timeout nor a cancellation touches the run itself, which goes on and is paid for: the error's
    /// ``ParseError/handle`` names it, and ``waitForParseRun(resuming:responseType:timeout:onUpdate:)`` goes on from there.
    /// Faults that might pass do not end the wait before the schedule's error window is over.
    ///
    /// All who wait for the same run with the same client, or copies of it, share its requests: a run is looked at once
    /// at a time, however many wait for it. Each has its own timeout, and none is touched by another's ending.
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
        try await run(wait(for: id, responseType, timeout), onUpdate)
    }

    /// Goes on waiting for a run where another wait stood, perhaps in another process.
    ///
    /// The schedule goes on from the time already waited: a run that takes an hour is not looked at every half second
    /// again. The timeout begins anew.
    ///
    /// - Parameters:
    ///   - handle: the run, of ``ParseError/handle``.
    ///   - responseType: how the finished run hands out its output. Default: as a URL.
    ///   - timeout: how long to wait from now on; `nil` waits for ever. Default: 30 minutes.
    ///   - onUpdate: told of the run at every look. Default: nobody is told.
    /// - Returns: the run, in a terminal status: check it, for `FAILED` is a value too.
    /// - Throws: ``ParseError/Code/runHandleRefused`` if the handle is of another base URL than this client's, or
    ///   whatever ``waitForParseRun(_:responseType:timeout:onUpdate:)`` throws.
    public func waitForParseRun(
        resuming handle: RunHandle,
        responseType: ResponseType = .url,
        timeout: Duration? = .seconds(1_800),
        onUpdate: (ParseRunUpdate) -> Void = { _ in }
    ) async throws(ParseError) -> ParseRun {
        guard handle.baseURL == configuration.baseURL.description else {
            throw ParseError(
                .runHandleRefused,
                message: "The handle's run is known at another base URL than this client's, \(configuration.baseURL).",
                operation: .waitForParseRun,
                handle: handle
            )
        }
        var wait = wait(for: handle.id, responseType, timeout)
        wait.waited = handle.waited
        wait.lastStatus = handle.lastStatus
        return try await run(wait, onUpdate)
    }

    /// Waits for many runs at once, and hands out each as it ends, in the order they end.
    ///
    /// Nothing is asked before the first ending is asked for. A run that cannot be looked at ends with its error, and no
    /// other with it. Leaving the loop ends all waits; cancelling the task does too, and each that was still going is
    /// handed out with ``ParseError/Code/cancelled`` and its handle. The runs themselves go on.
    ///
    /// ```swift
    /// for await ending in client.waitForParseRuns(ids) {
    ///     let run = try ending.result.get()
    /// }
    /// ```
    ///
    /// All looks together keep to ``ParseClientConfiguration/pollRate``, each run in its turn.
    ///
    /// - Parameters:
    ///   - ids: the runs' ids; one that comes twice is waited for once.
    ///   - responseType: how a finished run hands out its output. Default: as a URL, so that even the run of a huge
    ///     document is small; ``chunks(of:)`` streams it.
    ///   - timeout: how long to wait for all of them, from the first ending asked for; `nil` waits for ever. Default: 30
    ///     minutes.
    ///   - onUpdate: told of each run at every look, of one after the other. Default: nobody is told.
    /// - Returns: the endings, one for each run; they can be read once.
    public func waitForParseRuns(
        _ ids: some Sequence<String>,
        responseType: ResponseType = .url,
        timeout: Duration? = .seconds(1_800),
        onUpdate: @escaping @Sendable (ParseRunUpdate) -> Void = { _ in }
    ) -> ParseRunEndings {
        var known: Set<String> = []
        let unique = ids.filter { known.insert($0).inserted }
        return ParseRunEndings(onUpdate: onUpdate) { [self] in
            RunWaits(hub: polls, waits: unique.map { wait(for: $0, responseType, timeout) })
        }
    }

    private func wait(for id: String, _ responseType: ResponseType, _ timeout: Duration?) -> RunWait {
        RunWait(
            id: id,
            responseType: responseType,
            deadline: Deadline(after: timeout, on: configuration.time),
            baseURL: configuration.baseURL
        )
    }

    private func run(_ wait: RunWait, _ onUpdate: (ParseRunUpdate) -> Void) async throws(ParseError) -> ParseRun {
        var result = Result<ParseRun, ParseError>.failure(.cancelled(.waitForParseRun))
        await RunWaits(hub: polls, waits: [wait]).run(onUpdate: onUpdate) { result = $1 }
        return try result.get()
    }
}
