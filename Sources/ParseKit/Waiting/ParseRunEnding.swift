public import ParseModels

/// How one of many runs ended: see ``ParseClient/waitForParseRuns(_:responseType:timeout:onUpdate:)``.
public struct ParseRunEnding: Sendable {
    /// The run's id.
    public let id: String

    /// The run, in a terminal status, or why the wait for it ended; the error has the ``ParseError/handle``.
    public let result: Result<ParseRun, ParseError>

    /// The run; `nil` if the wait for it failed.
    public var run: ParseRun? { try? result.get() }

    /// Why the wait failed; `nil` if it did not.
    public var error: ParseError? {
        if case .failure(let error) = result { error } else { nil }
    }
}
