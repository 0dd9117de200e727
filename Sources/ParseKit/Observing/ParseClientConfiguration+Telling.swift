import ParseRetry

extension ParseClientConfiguration {
    /// Tells the observer, and somebody else.
    func tells(
        of operation: ParseError.Operation,
        _ runID: String,
        besides other: @escaping @Sendable (RetryEvent) -> Void
    ) -> @Sendable (RetryEvent) -> Void {
        guard let observer else { return other }
        return { [time] event in
            other(event)
            observer.observe(
                ClientEvent(operation: operation, runID: runID, kind: .retry(event), date: time.date))
        }
    }
}
