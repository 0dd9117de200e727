import ParseRetry
import ParseTesting
import ParseTransport
import Testing

@Suite("RetryingTransport, rows A1 to A11: attempts, delays and the budget")
struct RetryBudgetRowsTests {
    /// Time gives nothing back, so that the numbers are those of the table.
    private static let withoutRefill = RetryBudget.Configuration(refillPerSecond: 0)

    @Test("A1 Two passing faults, then success: the price of the last retry comes back")
    func a1_row() async throws {
        let bench = RetryBench(statuses: [500, 500, 200])
        let result = try await bench.perform()
        #expect(
            result.attempts.map(\.description) == [
                "#1 after 0 s: 500 at 0 s, tried again as transient",
                "#2 after 100 ms: 500 at 100 ms, tried again as transient",
                "#3 after 200 ms: 200 at 300 ms",
            ])
        #expect(result.response.status == 200)
        #expect(result.limit == nil)
        #expect(bench.budget.trace == [486, 472, 486])
        try bench.mock.verify()
    }

    @Test("A2 Four failures end the call with the last response and its reason")
    func a2_row() async throws {
        let bench = RetryBench(statuses: [502, 502, 502, 502, 200])
        let result = try await bench.perform()
        #expect(result.response.status == 502)
        #expect(result.limit == .attempts)
        #expect(result.attempts.delays == [100, 200, 400].map { .milliseconds($0) })
        #expect(bench.budget.trace == [486, 472, 458])
        #expect(bench.mock.remaining.count == 1)
    }

    @Test("A3 Throttling waits a second and costs five")
    func a3_row() async throws {
        let bench = RetryBench(statuses: [429, 200])
        let result = try await bench.perform()
        #expect(result.attempts.delays == [.seconds(1)])
        #expect(bench.budget.trace == [495, 500])
    }

    @Test("A4 Throttling to the end waits 1, 2 and 4 seconds")
    func a4_row() async throws {
        let bench = RetryBench(statuses: [429, 429, 429, 429], budget: Self.withoutRefill)
        let result = try await bench.perform()
        #expect(result.attempts.delays == [.seconds(1), .seconds(2), .seconds(4)])
        #expect(result.limit == .attempts)
        #expect(bench.budget.trace == [495, 490, 485])
    }

    @Test("A5 A budget of 13 allows no retry: the error stays as it is, and nothing is waited for")
    func a5_row() async throws {
        let bench = RetryBench(statuses: [500, 200], budget: .init(capacity: 13))
        let result = try await bench.perform()
        #expect(result.response.status == 500)
        #expect(result.limit == .budget)
        #expect(result.attempts.count == 1)
        #expect(bench.clock.now.offset == .zero)
        #expect(bench.budget.trace == [13])
    }

    @Test("A6 A budget of 14 allows one")
    func a6_row() async throws {
        let bench = RetryBench(statuses: [500, 502, 200], budget: .init(capacity: 14))
        let result = try await bench.perform()
        #expect(result.response.status == 502)
        #expect(result.limit == .budget)
        #expect(result.attempts.count == 2)
        #expect(bench.budget.trace == [0, 0])
    }

    @Test("A7 Fourteen successes earn one more")
    func a7_row() async throws {
        let statuses = [500, 502] + Array(repeating: 200, count: 14) + [500, 200]
        let bench = RetryBench(statuses: statuses, budget: .init(capacity: 14, refillPerSecond: 0))
        #expect(try await bench.perform().limit == .budget)
        for tokens in 1...14 {
            #expect(try await bench.perform().attempts.count == 1)
            #expect(try bench.tokens() == tokens)
        }
        #expect(try await bench.perform().attempts.count == 2)
        try bench.mock.verify()
    }

    @Test("A8 So do fourteen seconds")
    func a8_row() async throws {
        let bench = RetryBench(statuses: [500, 502, 500, 500, 200], budget: .init(capacity: 14))
        #expect(try await bench.perform().limit == .budget)
        bench.clock.advance(by: .seconds(13))
        #expect(try await bench.perform().limit == .budget)
        bench.clock.advance(by: .seconds(1))
        #expect(try await bench.perform().response.status == 200)
        try bench.mock.verify()
    }

    @Test("A9 A success at the first attempt lifts a full budget no higher")
    func a9_row() async throws {
        let bench = RetryBench(statuses: [200])
        #expect(try await bench.perform().attempts.count == 1)
        #expect(bench.budget.trace == [500])
    }

    @Test("A10 A hundred calls that fail at once retry thirty-five times between them")
    func a10_row() async throws {
        var bench = RetryBench(statuses: Array(repeating: 503, count: 400))
        bench.configuration.backoff = ExponentialBackoff(transientBase: .zero)
        let (transport, request) = (bench.transport, try RetryBench.request())
        let attempts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 {
                group.addTask { try await transport.perform(request).attempts.count }
            }
            return try await group.reduce(0, +)
        }
        #expect(attempts == 135)
        #expect(bench.budget.trace.allSatisfy { (0...500).contains($0) })
        #expect(try bench.tokens() == 10)
    }

    @Test("A11 One host's failures leave another's budget alone")
    func a11_row() async throws {
        let bench = RetryBench(statuses: [500, 500, 500, 500, 200], budget: .init(capacity: 28))
        #expect(try await bench.perform(host: "storage.example.com").limit == .budget)
        #expect(try bench.tokens(host: "storage.example.com") == 0)
        #expect(try bench.tokens() == 28)
        #expect(try await bench.perform().attempts.count == 2)
        try bench.mock.verify()
    }
}
