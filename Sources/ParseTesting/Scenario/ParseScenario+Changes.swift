extension ParseScenario {
    /// Ends the life of every presigned URL given out until then.
    ///
    /// - Parameter moment: when.
    /// - Returns: the changed copy.
    public func expiringURLs(at moment: SimulatedMoment) -> ParseScenario {
        changing(.expireURLs, at: moment)
    }

    /// Puts another document in the place of a run's output, so that its validator changes as well.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - output: the other document.
    ///   - moment: when.
    /// - Returns: the changed copy.
    public func replacingOutput(
        of id: String,
        with output: SimulatedOutput,
        at moment: SimulatedMoment
    ) -> ParseScenario {
        changing(.replaceOutput(runID: id, output), at: moment)
    }

    /// Deletes a run: neither host knows it any more.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - moment: when.
    /// - Returns: the changed copy.
    public func deleting(_ id: String, at moment: SimulatedMoment) -> ParseScenario {
        changing(.deleteRun(id: id), at: moment)
    }

    private func changing(_ kind: ScenarioChange.Kind, at moment: SimulatedMoment) -> ParseScenario {
        with { $0.changes.append(ScenarioChange(kind: kind, moment: moment)) }
    }
}
