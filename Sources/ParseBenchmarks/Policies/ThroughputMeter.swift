import ParseKit
import ParseModels
import ParseTesting

/// Measures how many calls a second the client makes of the simulated service, in this process.
struct ThroughputMeter {
    /// How many calls are under way at once.
    let width: Int

    private static let calls = 1 << 14
    private static let warmUp = 1 << 9

    /// Calls until all are done.
    ///
    /// - Returns: the requests a second.
    /// - Throws: what a call failed with.
    @concurrent
    func measure() async throws -> Double {
        try await run(calls: max(width, Self.warmUp))
        let start = ContinuousClock.now
        try await run(calls: Self.calls)
        return Double(Self.calls) / (start.duration(to: .now) / .seconds(1))
    }

    private func run(calls: Int) async throws {
        // A service of its own, since it remembers every exchange.
        let api = SimulatedParseAPI()
        let template = ParseRun(id: InMemoryTransport.runID, status: .processing)
        api.add(SimulatedRun(template: template, timeline: []))
        let client = try api.client()
        let share = calls / width
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<width {
                group.addTask {
                    for _ in 0..<share { _ = try await client.parseRun(InMemoryTransport.runID) }
                }
            }
            try await group.waitForAll()
        }
        guard api.exchanges.count == share * width else {
            throw BenchmarkFailure("\(share * width) calls came to \(api.exchanges.count) requests")
        }
    }
}
