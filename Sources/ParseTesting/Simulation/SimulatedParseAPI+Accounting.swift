import Synchronization

extension SimulatedParseAPI {
    /// Everything that was asked, in order, without secrets.
    public var exchanges: [SimulatedExchange] {
        state.withLock { $0.exchanges }
    }

    /// What was asked and given so far, in numbers.
    public var account: SimulatedAccount {
        state.withLock { $0.account }
    }

    /// What was asked so far that a correct client would not have asked, in order.
    public var surprises: [SimulationProblem] { account.surprises }

    /// Checks that everything came about as the scenario tells, and nothing else did.
    ///
    /// Problems are the ``surprises``, the faults and changes that never came about, and the runs nobody asked for.
    ///
    /// - Parameter allowed: the kinds of problems that the test means to provoke. Default: none.
    /// - Throws: ``SimulationError`` with the problems, a line each.
    public func verify(allowing allowed: Set<SimulationProblem.Kind> = []) throws(SimulationError) {
        let elapsed = elapsed
        let problems = state.withLock { state in
            state.settle(at: elapsed)
            return state.problems
        }.filter { !allowed.contains($0.kind) }
        guard problems.isEmpty else { throw SimulationError(problems) }
    }

    func note(_ kind: SimulationProblem.Kind, _ message: String) {
        state.withLock { $0.note(SimulationProblem(kind, message)) }
    }
}
