public import ParseModels

extension SimulatedRun {
    /// Lets the run stand in a status.
    ///
    /// - Parameters:
    ///   - status: the status, such as one that no version of the client knows.
    ///   - duration: how long, if another step follows; the last one never ends. Default: no time at all.
    /// - Returns: the longer run.
    public func status(_ status: ParseRun.Status, for duration: Duration = .zero) -> SimulatedRun {
        var longer = self
        longer.timeline.append(Step(status, at: end))
        longer.end += duration
        return longer
    }

    /// Lets the run wait for its turn: `PENDING`.
    ///
    /// - Parameter duration: how long, if another step follows; the last one never ends. Default: no time at all.
    /// - Returns: the longer run.
    public func pending(for duration: Duration = .zero) -> SimulatedRun {
        status(.pending, for: duration)
    }

    /// Lets the run be worked on: `PROCESSING`.
    ///
    /// - Parameter duration: how long, if another step follows; the last one never ends. Default: no time at all.
    /// - Returns: the longer run.
    public func processing(for duration: Duration = .zero) -> SimulatedRun {
        status(.processing, for: duration)
    }

    /// Ends the run well: `PROCESSED`.
    ///
    /// - Parameter output: what it is parsed into.
    /// - Returns: the finished run.
    public func processed(_ output: SimulatedOutput) -> SimulatedRun {
        var finished = status(.processed)
        finished.document = output
        let pages = output.pageCount.map(Double.init)
        finished.template.metrics = RunMetrics(
            processingTimeMilliseconds: (end / .milliseconds(1)).rounded(),
            pageCount: pages
        )
        finished.template.usage = pages.map { RunUsage(credits: $0 * 2, totalCredits: $0 * 2) }
        return finished
    }

    /// Ends the run badly: `FAILED`.
    ///
    /// - Parameters:
    ///   - reason: why. Default: `CORRUPT_FILE`.
    ///   - message: why, in words. Default: none.
    /// - Returns: the finished run.
    public func failed(_ reason: FailureReason = .corruptFile, message: String? = nil) -> SimulatedRun {
        var finished = status(.failed)
        finished.template.failureReason = reason
        finished.template.failureMessage = message
        return finished
    }

    /// Ends the run before its time: `CANCELLED`.
    ///
    /// - Returns: the finished run.
    public func cancelled() -> SimulatedRun {
        status(.cancelled)
    }
}
