import Foundation
import ParseKit
import ParseTesting
import ParseTransport
import Synchronization
import Testing

@Suite("The samples do what the texts say")
struct SampleRunTests {
    @Test("The README's")
    func run() async throws {
        let clock = ManualClock(.jumping)
        let api = SimulatedParseAPI(time: clock.timeSource)
        api.add(try .processed("pr_quick", output: SampleDocument(pages: 1).output))
        api.add(try .processed("pr_slow", output: SampleDocument(pages: 1).output, after: .seconds(3_600)))
        let handles = Mutex<[RunHandle?]>([])
        let samples = ReadmeSamples(stored: { handle in handles.withLock { $0.append(handle) } })
        let client = try api.client()
        try await samples.wait(client, "pr_quick")
        #expect(handles.withLock { $0.isEmpty })
        try await samples.wait(client, "pr_slow")
        #expect(handles.withLock { $0.map(\.?.id) } == ["pr_slow"])
        await samples.waitMany(client, ["pr_quick", "pr_none"])
        #expect(handles.withLock { $0.map(\.?.id) } == ["pr_slow", "pr_none"])
        try await samples.stream(client, "pr_quick")
        try await samples.slices(client, "pr_quick")
        var stored: [ResumeToken] = []
        let store: (Chunk, ResumeToken) -> Void = { stored.append($1) }
        try await samples.resume(client, "pr_quick", loadToken: { nil }, store: store, forgetAll: {})
        try await samples.resume(client, "pr_quick", loadToken: { stored.last }, store: store, forgetAll: {})
        #expect(stored.map(\.chunkCount) == [1])
        let gone = ResumeToken(runID: "pr_quick", chunkCount: 9)
        try await samples.resume(client, "pr_quick", loadToken: { gone }, store: store) { stored.removeAll() }
        #expect(stored.isEmpty)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try await samples.save(client, "pr_quick", to: file.path)
        #expect(try ParseRunOutput(decoding: Array(Data(contentsOf: file))).chunks.count == 1)
        try FileManager.default.removeItem(at: file)
        #expect(try samples.limits().configuration.download.timeouts.idle == .seconds(10))
        #expect(try await samples.observe().configuration.observer != nil)
        #expect(try samples.transport().description.contains("api.extend.ai"))
        try await samples.test()
    }

    /// A client of a service with one processed run.
    private func client(_ run: SimulatedRun = SimulatedRun("pr_1").processed(.pages(4, includesOCR: true))) throws
        -> ParseClient
    {
        try SimulatedParseAPI(ParseScenario().run(run), time: ManualClock(.jumping).timeSource).client()
    }

    @Test("The guides' on reading")
    func reading() async throws {
        let samples = GuideSamples(client: try client())
        try await samples.start()
        #expect(try await samples.blocks() > 0)
        #expect(try await samples.ocr() > 0)
        let report = try #require(await samples.report())
        #expect(report.position == report.totalBytes && report.opens == 1)
        let output = SampleDocument(pages: 3)
        let pieces = output.pieces.map { $0[...] }
        #expect(try samples.push(pieces) == output.output.chunks)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(pieces.joined()).write(to: file)
        #expect(try samples.file(file.path) == 3)
    }

    @Test("The guides' on waiting, errors and pages")
    func waiting() async throws {
        let samples = GuideSamples(client: try client())
        let handle = RunHandle(id: "pr_1", baseURL: samples.client.configuration.baseURL.description)
        #expect(try await samples.resumeWait(JSONEncoder().encode(handle)).status == .processed)
        #expect(await samples.many(["pr_1", "pr_gone"]) == ["pr_gone"])
        #expect(await samples.errors() == "There is no such run.")
        let output = SampleDocument(pages: 1).output
        let block = try #require(output.allBlocks.first { $0.normalizedBoundingBox != nil })
        let frame = try #require(samples.normalized(block))
        #expect(frame.x >= 0 && frame.x + frame.width <= 300 && frame.height > 0)
        let turned = ParseRunOutput(
            chunks: [], metadata: OutputMetadata(pages: [PageMetadata(number: 2, rotationApplied: -90)]))
        #expect(samples.rotation(turned) == [2: 3])
        #expect(try GuideSamples.hosts().download.storage.hosts == .domains(["amazonaws.com"]))
        let tokens = VaultTokens(vault: PlainVault())
        _ = try await tokens.token()
    }

    private struct PlainVault: Vault {
        func read(_ name: String) async throws -> String { "sk_of_\(name)" }
    }

    @Test("The guides' on testing and transports")
    func testing() async throws {
        try await TestingSamples.scenario()
        try await TestingSamples.outage()
        try await TestingSamples.verified()
        try await TestingSamples.counting()
        let recorded = try await TestingSamples.recorded()
        try await TestingSamples.replayed(recorded)
        try await TestingSamples.clock()
        #expect(TestingSamples.samples() == 3)
        try await ModuleSamples.mock()
        try await ModuleSamples.retrying()
        try await ModuleSamples.download()
        #expect(try ModuleSamples.decoded() == "PROCESSED")
        ModuleSamples.transports()
        await #expect(throws: ParseError.self) { try await GuideSamples.explain("no token") }
    }
}
