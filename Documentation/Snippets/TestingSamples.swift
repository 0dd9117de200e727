import Foundation
import ParseKit
import ParseTesting
import Testing

/// The samples of the guide on testing.
enum TestingSamples {
    static func scenario() async throws {
        // sample: testing-scenario
        let scenario = ParseScenario()
            .run(SimulatedRun("pr_1").pending(for: .seconds(1)).processing(for: .seconds(7)).processed(.pages(3)))
            .run(SimulatedRun("pr_2").processing(for: .seconds(2)).failed(.passwordProtectedFile))
            .failing(.status(503), atCall: 1)
            .breaking(atByte: 4_000, of: "pr_1")
        let api = SimulatedParseAPI(scenario, time: ManualClock(.jumping).timeSource)
        let client = try api.client()
        // end
        let run = try await client.waitForParseRun("pr_1")
        #expect(try await client.output(of: run.id).chunks.count == 3)
        #expect(try await client.waitForParseRun("pr_2").failureReason == .passwordProtectedFile)
        try api.verify()
    }

    static func outage() async throws {
        // sample: testing-outage
        let scenario = ParseScenario()
            .run(SimulatedRun("pr_1").processed(.pages(3)))
            .failing(.status(503), during: .seconds(10) ..< .seconds(40))
            .limitingCalls(to: 10, per: .seconds(1))
            .urlLifetime(.seconds(60))
            .expiringURLs(at: .download(1))
        // end
        let api = SimulatedParseAPI(scenario, time: ManualClock(.jumping).timeSource)
        #expect(try await api.client().output(of: "pr_1").chunks.count == 3)
    }

    static func verified() async throws {
        let api = SimulatedParseAPI(ParseScenario().run(SimulatedRun("pr_1").processed(.pages(1))))
        _ = try await api.client().output(of: "pr_1")
        // sample: testing-account
        #expect(api.account.calls == 1 && api.account.downloads == 1)
        #expect(api.exchanges.map(\.status) == [200, 200])
        try api.verify()
        // end
    }

    static func counting() async throws {
        // sample: testing-transports
        let offline = FailingTransport(TransportError(.hostNotFound, phase: .notSent, message: "There is no network."))
        let client = try ParseClient(token: "sk_any", transport: CountingTransport(offline))
        // end
        await #expect(throws: ParseError.self) { try await client.waitForParseRun("pr_1") }
    }

    static func recorded() async throws -> ParseRecording {
        let api = SimulatedParseAPI(ParseScenario().run(SimulatedRun("pr_1").processed(.pages(2))))
        let (token, transport) = (api.token, api)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).parserecording")
        let path = file.path
        defer { try? FileManager.default.removeItem(at: file) }
        // sample: testing-record
        let recorder = RecordingTransport(transport)  // DefaultTransport.shared, to record the service
        let client = try ParseClient(token: token, transport: recorder)
        let run = try await client.waitForParseRun("pr_1")
        for try await _ in client.chunks(of: run.id) {}
        try recorder.recording.write(to: path)
        // end
        return try ParseRecording(contentsOf: path)
    }

    static func replayed(_ recording: ParseRecording) async throws {
        // sample: testing-replay
        let transport = ReplayTransport(recording)
        let client = try transport.client()  // waits in no time
        let run = try await client.waitForParseRun("pr_1")
        #expect(try await client.output(of: run.id).chunks.count == 2)
        try transport.verify()  // everything that was recorded was asked for, and nothing else
        // end
    }

    static func clock() async throws {
        let clock = ManualClock()
        let api = SimulatedParseAPI(
            ParseScenario().run(SimulatedRun("pr_1").processing(for: .seconds(3)).processed(.pages(1))),
            time: clock.timeSource)
        let client = try api.client()
        // sample: testing-clock
        async let run = client.waitForParseRun("pr_1")
        while api.account.calls < 3 {
            try await clock.waitForSleepers(1)  // the wait sleeps until its next look
            clock.advanceToNextSleeper()
        }
        // end
        clock.advance(by: .seconds(60))
        #expect(try await run.status == .processed)
    }

    static func samples() -> Int {
        // sample: testing-samples
        let document = SampleDocument(pages: 3, seed: 7, includesOCR: true)
        let output = document.output  // the same for the same seed
        // end
        return output.chunks.count
    }
}
