public import ParseModels

extension ParseClient {
    /// Fetches a run: `GET /parse_runs/{id}`.
    ///
    /// A run that `FAILED` is a value like any other: see ``/ParseModels/ParseRun/status-swift.property``.
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
}
