import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("An output is bytes, or an error where it is made")
struct SimulatedOutputTests {
    private func file(_ text: String) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "output-\(UUID().uuidString).json").path()
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    @Test("JSON and files are handed out byte for byte")
    func verbatim() throws {
        let text = #"{ "chunks": [ {"metadata":{"pageRange":{"start":1,"end":4}}} ], "new": [1.50] }"#
        let output = try SimulatedOutput.json(text)
        #expect(output.bytes == Array(text.utf8) && output.byteCount == text.utf8.count && output.pageCount == 4)
        let path = try file(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let fixture = try SimulatedOutput.contents(ofFile: path)
        #expect(fixture.bytes == output.bytes && fixture.eTag == output.eTag)
    }

    @Test(
        "What is no output says where and why",
        arguments: [
            ("{\"chunks\": [", "the JSON holds no output"),
            ("{\"pages\": []}", "chunks: it is not there"),
            ("{\"chunks\": [{\"content\": 7}]}", "chunks.0.content"),
        ])
    func notAnOutput(_ text: String, _ reason: String) throws {
        let error = #expect(throws: SimulationError.self) { try SimulatedOutput.json(text) }
        #expect(error?.problems.map(\.kind) == [.invalidOutput])
        #expect(error?.description.contains(reason) == true)
        #expect(SimulatedOutput.bytes(Array(text.utf8)).bytes == Array(text.utf8))
    }

    @Test("A file that is missing, or holds no output, is named")
    func files() throws {
        let missing = #expect(throws: SimulationError.self) {
            try SimulatedOutput.contents(ofFile: "/nowhere/tides.json")
        }
        #expect(missing?.description == "invalidOutput: the file /nowhere/tides.json cannot be read")
        let path = try file("not JSON")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let other = #expect(throws: SimulationError.self) { try SimulatedOutput.contents(ofFile: path) }
        #expect(other?.description.contains("the file \(path) holds no output") == true)
    }

    @Test("A value that JSON cannot hold is an error, and an equal value is equal bytes")
    func values() throws {
        var output = SampleDocument(pages: 2).output
        #expect(try SimulatedOutput.output(output).bytes == SimulatedOutput.pages(2).bytes)
        output.chunks[0].metadata.avgOCRConfidence = .nan
        let error = #expect(throws: SimulationError.self) { try SimulatedOutput.output(output) }
        #expect(error?.description.contains("cannot be written as JSON") == true)
    }

    @Test("It shows its size and validator, and none of its bytes")
    func shown() {
        let output = SimulatedOutput.pages(1)
        #expect("\(output)" == "SimulatedOutput(\(output.byteCount) bytes, ETag \(output.eTag))")
        var dumped = ""
        dump(output, to: &dumped)
        #expect(dumped.contains("eTag") && dumped.count < 500)
        var run = SimulatedRun("pr_1").processed(output)
        run.output = Array("{}".utf8)
        #expect(run.document?.byteCount == 2 && run.output == Array("{}".utf8))
    }

    @Test("A document that is never held is the same bytes as one that is, from any offset")
    func generated() async throws {
        let held = SimulatedOutput.pages(5, seed: 4, includesOCR: true)
        let generated = SimulatedOutput.document(SampleDocument(pages: 5, seed: 4, includesOCR: true))
        #expect(generated.byteCount == held.byteCount && generated.eTag == held.eTag && generated.pageCount == 5)
        #expect(generated.bytes == held.bytes)
        let scenario = ParseScenario().run(SimulatedRun("pr_1").processed(generated))
        let api = SimulatedParseAPI(scenario, time: ManualClock().timeSource)
        let url = try await api.presignedURL()
        #expect(try await api.fetch(url).body == held.bytes)
        let (first, last) = (20_001, held.byteCount - 3)
        let part = try await api.fetch(url, ["Range": "bytes=\(first)-\(last)"])
        #expect(part.status == 206 && part.body == Array(held.bytes[first...last]))
        let inline = try await api.ask("/parse_runs/pr_1")
        #expect(inline.headers["Content-Length"] == "\(inline.body.count)")
        let run = try JSONDecoder().decode(ParseRun.self, from: Data(inline.body))
        #expect(run.output == SampleDocument(pages: 5, seed: 4, includesOCR: true).output)
    }
}
