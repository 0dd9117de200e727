import ParseRetry
import ParseTesting
import ParseTransport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A call to a scripted service: waits pass at once, and jitter is pinned to its upper bound.
struct RetryBench {
    let clock: ManualClock
    let budget: RecordedBudget
    let mock: MockTransport
    var configuration: RetryConfiguration
    var random = RandomSource.constant(1)

    init(
        _ script: [MockExchange],
        mode: ManualClock.Mode = .jumping,
        date: Date? = nil,
        budget: RetryBudget.Configuration = .init()
    ) {
        self.clock = date.map { ManualClock(mode, date: $0) } ?? ManualClock(mode)
        self.budget = RecordedBudget(budget)
        self.mock = MockTransport(script, clock: clock)
        self.configuration = RetryConfiguration(throttle: self.budget)
    }

    /// A service that answers with statuses, without headers or bodies.
    init(statuses: [Int], mode: ManualClock.Mode = .jumping, budget: RetryBudget.Configuration = .init()) {
        self.init(statuses.map { MockExchange(answer: .response(status: $0)) }, mode: mode, budget: budget)
    }

    /// A service that answers with one error, and then well.
    init(_ status: Int, _ headers: HeaderFields, date: Date? = nil) {
        self.init(
            [
                MockExchange(answer: .response(status: status, headers: headers)),
                MockExchange(answer: .response(status: 200)),
            ],
            date: date
        )
    }

    var transport: RetryingTransport {
        RetryingTransport(mock, configuration: configuration, time: clock.timeSource, random: random)
    }

    static func request(_ method: TransportRequest.Method = .get, host: String = "api.example.com") throws
        -> TransportRequest
    {
        TransportRequest(method: method, url: try #require(URL(string: "https://\(host)/parse_runs/pr_1")))
    }

    func perform(
        _ method: TransportRequest.Method = .get,
        host: String = "api.example.com",
        within limit: Duration? = nil
    ) async throws -> RetriedResponse {
        try await transport.perform(
            Self.request(method, host: host), before: Deadline(after: limit, on: clock.timeSource))
    }

    /// Performs a call that is to end with a fault.
    func failure(within limit: Duration? = nil) async throws -> RetryError {
        let result = await #expect(throws: RetryError.self) { _ = try await perform(within: limit) }
        return try #require(result)
    }

    func tokens(host: String = "api.example.com") throws -> Int {
        let origin = try #require(Origin(Self.request(host: host).url))
        return budget.base.tokens(for: origin, at: clock.timeSource.now)
    }
}

extension [AttemptRecord] {
    /// The waits between the attempts.
    var delays: [Duration] { dropFirst().map(\.delay) }
}
