import ParseKit
import ParseTesting

/// A run that is waited for and streamed, through a recorder.
struct RecordedSession {
    static let token = "sk_live_5ecret/key+for=tests"
    static let workspace = "ws_9aHiddenWorkspace"

    let recording: ParseRecording
    let chunks: [Chunk]

    /// Records a session of a simulated service.
    init(
        _ scenario: ParseScenario,
        pages: Int = 3,
        capabilities: TransportCapabilities = .streaming,
        configuration: ParseClientConfiguration = .init(),
        after duration: Duration = .seconds(8)
    ) async throws {
        let clock = ManualClock(.jumping)
        let run = SimulatedRun("pr_1").pending(for: .seconds(1)).processing(for: duration - .seconds(1))
            .processed(.pages(pages, includesOCR: true))
        let api = SimulatedParseAPI(scenario.token(Self.token).run(run), time: clock.timeSource)
        let recorder = RecordingTransport(Claiming(base: api, capabilities: capabilities), hiding: ["hidden-phrase"])
        let client = try ParseClient(
            token: Self.token,
            configuration: configuration.with {
                $0.time = clock.timeSource
                $0.workspaceID = Self.workspace
            },
            transport: recorder
        )
        let ended = try await client.waitForParseRun("pr_1")
        var chunks: [Chunk] = []
        for try await chunk in client.chunks(of: ended.id) { chunks.append(chunk) }
        self.recording = try recorder.recording
        self.chunks = chunks
    }

    /// A transport that says something else of its bodies than the one it sends through.
    struct Claiming: Transport {
        let base: any Transport
        let capabilities: TransportCapabilities

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            try await base.send(request)
        }
    }
}
