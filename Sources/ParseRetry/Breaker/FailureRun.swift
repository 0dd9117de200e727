/// The failures since the last success that still count, with the calls they come from.
struct FailureRun: Sendable, Hashable {
    private struct Failure: Hashable {
        let call: CallID
        let instant: Duration
    }

    private let window: Duration
    private let limit: Int
    private let minimumCalls: Int
    private var failures: [Failure] = []

    init(_ configuration: CircuitBreaker.Configuration) {
        self.window = configuration.window
        self.limit = max(1, configuration.consecutiveFailures)
        self.minimumCalls = max(1, configuration.minimumCalls)
    }

    /// Adds a failure and says whether there are enough of them, from enough calls.
    mutating func add(of call: CallID, at instant: Duration) -> Bool {
        failures.removeAll { $0.instant <= instant - window }
        // More of one call than are needed in all would only fill memory.
        if failures.count(where: { $0.call == call }) >= limit,
            let oldest = failures.firstIndex(where: { $0.call == call })
        {
            failures.remove(at: oldest)
        }
        failures.append(Failure(call: call, instant: instant))
        return failures.count >= limit && Set(failures.map(\.call)).count >= minimumCalls
    }

    mutating func removeAll() {
        failures = []
    }
}
