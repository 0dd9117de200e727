import Foundation
import ParseKit
import ParseTesting
import Testing

@testable import ParseQuickstart

@Suite("A saved file")
struct SavedFileTests {
    private let output = SampleDocument(pages: 3).output

    @Test("A saved output is streamed through the same decoder")
    func savedOutput() async throws {
        let file = try TemporaryFile(try JSONEncoder().encode(output))
        let run = await Transcript.of("--chunks", file.path)
        #expect(run.status == 0)
        #expect(try run.lines.map { try JSONDecoder().decode(Chunk.self, from: Data($0.utf8)) } == output.chunks)
    }

    @Test("So is a saved run with its output inside")
    func savedRun() async throws {
        let saved = ParseRun(id: "pr_1", status: .processed, metadata: ["chunks": [1, 2]], output: output)
        let file = try TemporaryFile(try JSONEncoder().encode(saved))
        let run = await Transcript.of(file.path)
        #expect(run.status == 0)
        #expect(run.lines.contains("chunks    3: page 3"))
    }

    @Test(
        "The real output has 5 chunks and 74 blocks", .enabled(if: RealOutput.isThere, "there is no real output here"))
    func realOutput() async {
        let run = await Transcript.of(RealOutput.path)
        #expect(run.lines.contains("pages     5"))
        #expect(run.lines.contains { $0.hasPrefix("chunks    5: ") })
        #expect(run.lines.contains { $0.hasPrefix("blocks    74: ") })
        #expect(await Transcript.of("--blocks", RealOutput.path).lines.count == 74)
    }

    @Test(
        "What cannot be read is one line that says why",
        arguments: [
            ("{\"chunks\": [", "truncated"), ("<html></html>", "malformed"), ("", "truncated"),
            ("{\"hello\": 1}", "notAnOutput"),
        ]
    )
    func broken(_ content: String, _ reason: String) async throws {
        let file = try TemporaryFile(content.utf8)
        let run = await Transcript.of(file.path)
        #expect(run.status == 1)
        #expect(run.data.isEmpty)
        #expect(run.messageLines.count == 1)
        #expect(run.messages.contains(reason))
    }

    @Test("So is what is not there")
    func missing() async {
        for path in ["./no-such-file.json", "/"] {
            let run = await Transcript.of(path)
            #expect(run.status == 1)
            #expect(run.messageLines.count == 1)
            #expect(run.messages.contains(path))
        }
    }
}

/// The real parse output that lies beside the project on some machines.
enum RealOutput {
    static let path =
        ProcessInfo.processInfo.environment["PARSE_REAL_OUTPUT"]
        ?? URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/data/real-output-pages-1-5.json").path

    static var isThere: Bool { FileManager.default.fileExists(atPath: path) }
}
