import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("A run goes its way as it is told")
struct RunTimelineTests {
    private let clock = ManualClock()

    private func run(_ api: SimulatedParseAPI) async throws -> ParseRun {
        try JSONDecoder().decode(ParseRun.self, from: Data(try await api.ask("/parse_runs/pr_1").body))
    }

    @Test("Each step lasts its time, and the last one for ever")
    func steps() async throws {
        let told = SimulatedRun("pr_1", fileName: "tides.pdf")
            .pending(for: .seconds(1)).processing(for: .seconds(7)).processed(.pages(3))
        let api = SimulatedParseAPI(ParseScenario().run(told), time: clock.timeSource)
        #expect(try await run(api).status == .pending)
        clock.advance(by: .seconds(1))
        #expect(try await run(api).status == .processing)
        #expect(try await run(api).output == nil)
        clock.advance(by: .milliseconds(6_999))
        #expect(try await run(api).status == .processing)
        clock.advance(by: .milliseconds(1))
        let processed = try await run(api)
        #expect(processed.status == .processed && processed.file?.name == "tides.pdf")
        #expect(processed.output == SampleDocument(pages: 3).output)
        #expect(processed.metrics == RunMetrics(processingTimeMilliseconds: 8_000, pageCount: 3))
        clock.advance(by: .seconds(1_000_000))
        #expect(try await run(api).status == .processed)
    }

    @Test(
        "A run that is told no further never ends",
        arguments: [
            (SimulatedRun("pr_1"), ParseRun.Status.processing),
            (SimulatedRun("pr_1").pending(for: .seconds(1)), .pending),
            (
                SimulatedRun("pr_1").processing().status(ParseRun.Status(rawValue: "MOORED")),
                ParseRun.Status(rawValue: "MOORED")
            ),
        ])
    func endless(_ told: SimulatedRun, _ status: ParseRun.Status) async throws {
        let api = SimulatedParseAPI(ParseScenario().run(told), time: clock.timeSource)
        clock.advance(by: .seconds(1_000_000))
        #expect(try await run(api).status == status)
    }

    @Test("A failure says why only once it has come, and a cancelled run is cancelled")
    func endings() async throws {
        let failing = SimulatedRun("pr_1").processing(for: .seconds(2)).failed(.ocrError, message: "Too dark")
        let api = SimulatedParseAPI(ParseScenario().run(failing), time: clock.timeSource)
        #expect(try await run(api).failureReason == nil)
        clock.advance(by: .seconds(2))
        let failed = try await run(api)
        #expect(failed.status == .failed && failed.failureReason == .ocrError && failed.failureMessage == "Too dark")
        let other = SimulatedParseAPI(ParseScenario().run(SimulatedRun("pr_1").cancelled()), time: clock.timeSource)
        #expect(try await run(other).status == .cancelled)
    }

    @Test("A scenario is a value: what is built on it does not change it")
    func value() throws {
        let base = ParseScenario().run(SimulatedRun("pr_1"))
        _ = base.run(SimulatedRun("pr_2")).failing(.reset, atCall: 1).token("sk_other")
        let api = SimulatedParseAPI(base, time: clock.timeSource)
        #expect(api.token == "sk_simulated")
        let error = #expect(throws: SimulationError.self) { try api.verify() }
        #expect(error?.problems.map(\.message) == ["nobody asked for pr_1"])
    }
}
