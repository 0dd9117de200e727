import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("Silence ends with the request's idle timeout, on the service's clock")
struct StallTests {
    private let scenario = ParseScenario()
        .run(SimulatedRun("pr_1").processed(.pages(3)))
        .stalling(atByte: 5_000, of: "pr_1")
        .failing(.stall, atCall: 1)

    @Test("With a clock that steps, the silence is a sleep that the test ends")
    func stepping() async throws {
        let clock = ManualClock()
        let api = SimulatedParseAPI(scenario, time: clock.timeSource)
        let silent = Task { await fault { try await api.ask("/parse_runs/pr_1") } }
        try await clock.waitForSleepers()
        clock.advance(by: .milliseconds(29_999))
        #expect(clock.sleepers == 1)
        clock.advance(by: .milliseconds(1))
        let error = await silent.value
        #expect(error?.kind == .timedOut && error?.phase == .awaitingResponse)
        let url = try await api.presignedURL()
        let broken = Task { await fault { try await api.fetch(url) } }
        try await clock.waitForSleepers()
        #expect(clock.advanceToNextSleeper() == .seconds(30))
        #expect(await broken.value?.phase == .receivingBody)
        #expect(api.exchanges.map(\.status) == [nil, 200, 200])
        try api.verify()
    }

    @Test("With a clock that jumps, a client comes through both by itself")
    func jumping() async throws {
        let clock = ManualClock(.jumping)
        let api = SimulatedParseAPI(scenario, time: clock.timeSource)
        #expect(try await api.client().output(of: "pr_1") == SampleDocument(pages: 3).output)
        #expect(clock.now.offset >= .seconds(60))
        #expect(api.exchanges.filter(\.isStorage).map(\.status) == [200, 206])
        try api.verify()
    }

    @Test("A cancelled task ends the silence")
    func cancelled() async throws {
        let clock = ManualClock()
        let api = SimulatedParseAPI(scenario, time: clock.timeSource)
        let silent = Task { await fault { try await api.ask("/parse_runs/pr_1") } }
        try await clock.waitForSleepers()
        silent.cancel()
        #expect(await silent.value?.kind == .cancelled)
        #expect(clock.sleepers == 0)
    }
}
