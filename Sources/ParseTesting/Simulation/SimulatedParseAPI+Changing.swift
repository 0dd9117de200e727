import Synchronization

extension SimulatedParseAPI {
    /// Takes in a run, which begins now; one of the same id is replaced.
    ///
    /// - Parameter run: the run.
    public func add(_ run: SimulatedRun) {
        let elapsed = elapsed
        state.withLock { $0.add(run, at: elapsed) }
    }

    /// Deletes a run: the API and the storage no longer know it.
    ///
    /// - Parameter id: the run's id.
    public func delete(_ id: String) {
        state.withLock { $0.delete(id) }
    }

    /// Puts another document in the place of a run's output, so that its validator changes as well.
    ///
    /// - Parameters:
    ///   - id: the run's id; nothing happens where there is no such run.
    ///   - output: the other document.
    public func replaceOutput(of id: String, with output: SimulatedOutput) {
        state.withLock { _ = $0.replaceOutput(of: id, with: output) }
    }

    /// Lets a call of the API go wrong.
    ///
    /// - Parameters:
    ///   - fault: how it goes wrong.
    ///   - number: which call, from 1.
    public func inject(_ fault: SimulatedFault, atCall number: Int) {
        state.withLock { $0.replace(fault, for: .api, number: number) }
    }

    /// Lets a request to the storage go wrong.
    ///
    /// - Parameters:
    ///   - fault: how it goes wrong.
    ///   - number: which request to the storage, from 1.
    public func inject(_ fault: SimulatedFault, atDownload number: Int) {
        state.withLock { $0.replace(fault, for: .storage, number: number) }
    }

    /// Ends the life of every presigned URL given out so far.
    public func expireURLs() {
        state.withLock { $0.expireURLs() }
    }
}
