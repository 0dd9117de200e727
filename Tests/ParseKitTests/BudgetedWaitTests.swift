import ParseKit
import ParseTesting
import Testing

@Suite("Waiting without a budget for retries")
struct BudgetedWaitTests {
    @Test("A51 Where no retry is left to be paid for, a wait looks again by its schedule and does not spin")
    func a51_emptyBudget() async throws {
        let clock = ManualClock(.jumping)
        let api = SimulatedParseAPI(time: clock.timeSource)
        api.add(try .processed("pr_1", output: SampleDocument(pages: 1).output, after: .seconds(20)))
        for call in 2...9 { api.inject(.status(503), atCall: call) }
        let configuration = ParseClientConfiguration().with {
            $0.retry.throttle = RetryBudget(configuration: .init(capacity: 0))
            $0.random = .constant(0.5)
        }
        #expect(try await api.client(configuration: configuration).waitForParseRun("pr_1").status == .processed)
        let statuses = api.exchanges.map(\.status)
        #expect(statuses.prefix(10) == [200, 503, 503, 503, 503, 503, 503, 503, 503, 200])
        // Half a second at least between two looks, whatever came of them.
        #expect(statuses.count <= 40)
    }
}
