import ParseTransport

/// What happens at a ``SimulatedParseAPI``, told beforehand: its runs, its keys, and everything that goes wrong.
///
/// A value: every method returns a changed copy, so that scenarios can be built on one another.
///
/// ```swift
/// let scenario = ParseScenario()
///     .run(SimulatedRun("pr_1").pending(for: .seconds(1)).processing(for: .seconds(7)).processed(.pages(3)))
///     .failing(.status(503), atCall: 1)
///     .breaking(atByte: 20_000)
/// let api = SimulatedParseAPI(scenario, time: clock.timeSource)
/// ```
///
/// All times count from the moment the service is opened, on the service's clock.
public struct ParseScenario: Sendable {
    var runs: [SimulatedRun] = []
    var keys: [SimulatedKey] = []
    var lifetime: Duration = .seconds(900)
    var limit: CallLimit?
    var rules: [FaultRule] = []
    var documentFaults: [DocumentFault] = []
    var changes: [ScenarioChange] = []
    var pieceSize = 65_536

    static let defaultToken = "sk_simulated"

    /// Tells of a service without runs, with the key `sk_simulated`, where nothing goes wrong.
    public init() {}

    /// Adds a run, which begins as the service is opened; one of the same id is replaced.
    ///
    /// - Parameter run: the run.
    /// - Returns: the changed copy.
    public func run(_ run: SimulatedRun) -> ParseScenario {
        with { scenario in
            scenario.runs.removeAll { $0.id == run.id }
            scenario.runs.append(run)
        }
    }

    /// Makes a key known to the service, beside those named before; without any, it is `sk_simulated`.
    ///
    /// A key whose time is over is refused with `401`, as it is when keys are rotated. Any other that the service does not
    /// know is a surprise as well.
    ///
    /// - Parameters:
    ///   - token: the key.
    ///   - begin: from when it is known. Default: from the beginning.
    ///   - end: until when; `nil` for always, which is the default.
    /// - Returns: the changed copy.
    public func token(_ token: String, from begin: Duration = .zero, until end: Duration? = nil) -> ParseScenario {
        with { $0.keys.append(SimulatedKey(token: token, begin: begin, end: end)) }
    }

    /// Sets how long a presigned URL lives.
    ///
    /// - Parameter lifetime: how long; 15 minutes where it is not set.
    /// - Returns: the changed copy.
    public func urlLifetime(_ lifetime: Duration) -> ParseScenario {
        with { $0.lifetime = lifetime }
    }

    /// Answers calls of the API beyond a rate with `429` and a `Retry-After` in whole seconds.
    ///
    /// - Parameters:
    ///   - count: the most calls in any span of that length.
    ///   - span: how long the span is.
    /// - Returns: the changed copy.
    public func limitingCalls(to count: Int, per span: Duration) -> ParseScenario {
        with { $0.limit = CallLimit(count: count, span: span) }
    }

    /// Sets in what pieces the storage hands out a document.
    ///
    /// - Parameter count: the most bytes of a piece, at least one; 65 536 where it is not set.
    /// - Returns: the changed copy.
    public func pieces(of count: Int) -> ParseScenario {
        with { $0.pieceSize = max(1, count) }
    }

    func with(_ change: (inout ParseScenario) -> Void) -> ParseScenario {
        var copy = self
        change(&copy)
        return copy
    }
}

extension ParseScenario: CustomStringConvertible, CustomReflectable {
    /// What the scenario holds, without its keys.
    public var description: String {
        let faults = rules.count + documentFaults.count
        return "ParseScenario(runs: \(runs.map(\.id)), faults: \(faults), changes: \(changes.count))"
    }

    /// A mirror without the keys.
    public var customMirror: Mirror {
        Mirror(self, children: ["runs": runs.map(\.id), "faults": rules.count + documentFaults.count])
    }
}
