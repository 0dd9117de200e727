import Foundation
import ParseKit
import ParseTesting
import Synchronization
import Testing

@Suite("The README")
struct ReadmeTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test(
        "Prints its samples as they are compiled here",
        arguments: [
            "fetch", "wait", "waitMany", "stream", "slices", "resume", "save", "limits", "observe", "transport", "test",
        ])
    func samples(_ name: String) throws {
        let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
        let source = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("ReadmeSamples.swift"),
            encoding: .utf8
        )
        let compiled = try #require(Self.lines(of: source, from: "// sample: \(name)", to: "// end"))
        let printed = try #require(Self.lines(of: readme, from: "<!-- sample: \(name) -->", to: "```"))
        #expect(printed == ["```swift"] + compiled)
    }

    @Test("Its samples do what it says")
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

    /// The lines between two markers, without their common indentation.
    private static func lines(of text: String, from start: String, to end: String) -> [String]? {
        let lines = text.components(separatedBy: "\n")
        guard let first = lines.firstIndex(where: { $0.trimmingCharacters(in: .whitespaces) == start }) else {
            return nil
        }
        let rest = lines[(first + 1)...]
        guard let last = rest.firstIndex(where: { $0.trimmingCharacters(in: .whitespaces) == end }) else { return nil }
        let body = Array(rest[..<last])
        let indentation = body.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return body.map { String($0.dropFirst(min(indentation, $0.count))) }
    }
}
