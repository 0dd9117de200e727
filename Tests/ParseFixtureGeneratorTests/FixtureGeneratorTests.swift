import Foundation
import ParseKit
import ParseTesting
import Testing

@testable import ParseFixtureGenerator

@Suite("ParseFixtures checks recordings and makes accessors")
struct FixtureGeneratorTests {
    private let directory = FileManager.default.temporaryDirectory.appendingPathComponent(
        "fixtures-\(UUID().uuidString)")
    private let output: URL

    init() throws {
        let made = directory.appendingPathComponent("made")
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        output = made.appendingPathComponent("ParseFixture.swift")
    }

    private func recording(_ name: String, text: (String) -> String = { $0 }) async throws -> String {
        let api = SimulatedParseAPI(ParseScenario().run(SimulatedRun("pr_1").processed(.pages(3))))
        let recorder = RecordingTransport(api)
        _ = try await ParseClient(token: api.token, transport: recorder).output(of: "pr_1")
        let file = directory.appendingPathComponent("\(name).parserecording")
        try text(recorder.recording.text).write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }

    @Test("A recording becomes a resource with an accessor that says what is in it")
    func accessor() async throws {
        defer { try? FileManager.default.removeItem(at: directory) }
        let paths = [try await recording("my-invoice 2"), try await recording("default")]
        #expect(FixtureGenerator.run([output.path] + paths).isEmpty)
        let source = try String(contentsOf: output, encoding: .utf8)
        #expect(
            source.contains(
                "static var myInvoice2: RecordedRun {\n        get throws(RecordingError) { try recorded(\"my-invoice 2\") }"
            ))
        #expect(source.contains("/// my-invoice 2: `PROCESSED`, 3 pages, 3 chunks."))
        #expect(source.contains("static var `default`: RecordedRun"))
        for path in paths {
            let name = URL(fileURLWithPath: path).lastPathComponent
            let copy = output.deletingLastPathComponent().appendingPathComponent("ParseFixture-\(name)")
            #expect(try Data(contentsOf: copy) == Data(contentsOf: URL(fileURLWithPath: path)))
        }
    }

    @Test("A broken one is a diagnostic with its file, its line and what is wrong")
    func broken() async throws {
        defer { try? FileManager.default.removeItem(at: directory) }
        let path = try await recording("invoice") { text in
            text.replacing("\"status\":\"PROCESSED\"", with: "\"status\":17", maxReplacements: 1)
        }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let line = try #require(text.components(separatedBy: "\n").firstIndex { $0.contains("\"status\":17") }) + 1
        let problems = FixtureGenerator.run([output.path, path])
        #expect(problems.count == 1)
        #expect(
            problems.first?.hasPrefix("\(path):\(line):1: error: the run does not decode at status: ") == true,
            "\(problems)")
        #expect(!FileManager.default.fileExists(atPath: output.path))
    }

    @Test("Every broken one is named, and two of one name are")
    func several() async throws {
        defer { try? FileManager.default.removeItem(at: directory) }
        let unreadable = [try await recording("a") { _ in "" }, try await recording("b") { _ in "no recording" }]
        #expect(FixtureGenerator.run([output.path] + unreadable).count == 2)
        let alike = [try await recording("my invoice"), try await recording("my-invoice")]
        let problem = try #require(FixtureGenerator.run([output.path] + alike).first)
        #expect(problem.contains("its accessor is called myInvoice, as that of"))
        #expect(
            FixtureGenerator.run([output.path, try await recording("…")]).first?.contains("no name can be made") == true
        )
        try FileManager.default.createDirectory(
            at: directory.appendingPathComponent("other"), withIntermediateDirectories: true)
        let cased = [try await recording("invoiceA"), try await recording("other/invoicea")]
        #expect(FixtureGenerator.run([output.path] + cased).first?.contains("but for its case") == true)
        let broken = try await recording("a\nb")
        #expect(FixtureGenerator.run([output.path, broken]).first?.contains("a control character") == true)
        #expect(FixtureGenerator.run([]).first?.contains("usage") == true)
    }

    @Test(
        "Names of files as names in Swift",
        arguments: [
            ("invoice", "invoice"), ("Invoice", "invoice"), ("my-invoice 2", "myInvoice2"),
            ("2024 report", "_2024Report"),
            ("class", "`class`"), ("Self", "_self"), ("recorded", "_recorded"), ("übersicht", "übersicht"),
            ("a.b.c", "aBC"),
        ])
    func names(_ file: String, _ name: String) {
        #expect(SwiftName(file)?.text == name)
    }
}
