extension RetryConfiguration {
    /// Tells what becomes of a call that begins with an outage.
    ///
    /// It is found out by making such calls, with a clock that jumps: what runs is what would run. The budget is a full one
    /// of its own, so that none is used up.
    ///
    /// ```swift
    /// print(await RetryConfiguration.batch.explain(outage: .seconds(2)))
    /// ```
    ///
    /// - Parameters:
    ///   - outage: how long every attempt fails.
    ///   - failure: the time that a failing attempt takes; it is cut off as any attempt is. Default: none, it fails at once.
    ///   - status: the status that it fails with; 0 for a connection that is refused. Default: 503.
    ///   - deadline: how long the call may take in all; `nil` for as long as it tries. Default: `nil`.
    /// - Returns: the forecast.
    public func explain(
        outage: Duration,
        failingAfter failure: Duration = .zero,
        status: Int = 503,
        within deadline: Duration? = nil
    ) async -> RetryForecast {
        func call(_ random: RandomSource) async -> (attempts: [AttemptRecord], survived: Bool) {
            let service = Outage(
                lasting: outage,
                failingAfter: failure,
                status: status,
                attemptTimeout: attemptTimeout,
                within: deadline
            )
            return await service.call(self, random: random)
        }
        let shortest = await call(.constant(0))
        let longest = await call(.constant(1))
        var survivors = 0
        for trial in 0..<Self.trials where await call(.lattice(trial: trial)).survived { survivors += 1 }
        let survival = Double(survivors) / Double(Self.trials)
        let outcome: RetryForecast.Outcome =
            switch (shortest.survived, longest.survived) {
            case (true, true): .survives
            case (false, false) where survivors == 0: .fails
            default: .maySurvive
            }
        return RetryForecast(
            outage: outage,
            shortest: shortest.attempts,
            longest: longest.attempts,
            outcome: outcome,
            survival: outcome == .survives ? 1 : survival,
            worstCase: max(shortest.attempts.last?.end ?? .zero, longest.attempts.last?.end ?? .zero)
        )
    }

    private static let trials = 1_000
}
