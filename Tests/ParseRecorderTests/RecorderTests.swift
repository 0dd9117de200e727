import Foundation
import ParseKit
import ParseTesting
import Synchronization
import Testing

@testable import ParseRecorder

@Suite("record-parse-run records")
struct RecorderTests {
    private let package = FileManager.default.temporaryDirectory.appendingPathComponent("package-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(
            at: package.appendingPathComponent("Tests/AppTests"), withIntermediateDirectories: true)
    }

    private func run(
        _ words: [String],
        key: String? = nil,
        transport: any Transport = FailingTransport(SimulatedFault.noNetwork)
    ) async -> (line: String, status: Int32) {
        let environment = key.map { ["EXTEND_API_KEY": $0] } ?? [:]
        return await RecordParseRun.run(words, environment: environment, directory: package, transport: transport)
    }

    private func recorded(_ path: String) throws -> RecordedRun {
        try RecordedRun(contentsOf: package.appendingPathComponent(path).path)
    }

    @Test("An invented run, the same bytes each time", arguments: InventedRun.allCases)
    func invented(_ invented: InventedRun) async throws {
        defer { try? FileManager.default.removeItem(at: package) }
        let name = invented.rawValue
        let first = await run(["--simulated", name, "--to", "Tests/AppTests/Fixtures"])
        #expect(
            first.status == 0 && first.line.hasSuffix("→ Tests/AppTests/Fixtures/\(name).parserecording"),
            "\(first.line)")
        let second = await run(["--simulated", name, "--to", "Tests/AppTests/Fixtures", "--name", "again"])
        #expect(second.status == 0)
        let fixtures = package.appendingPathComponent("Tests/AppTests/Fixtures")
        let bytes = try Data(contentsOf: fixtures.appendingPathComponent("\(name).parserecording"))
        #expect(try bytes == Data(contentsOf: fixtures.appendingPathComponent("again.parserecording")))
        let run = try recorded("Tests/AppTests/Fixtures/\(name).parserecording")
        #expect(run.run.id == "pr_simulated_\(name)")
        #expect((run.output == nil) == (invented == .locked))
        #expect(run.recording.exchanges.count >= 3)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("sk_simulated"))
    }

    @Test("A run of the service, with its key in the environment and nowhere else")
    func real() async throws {
        defer { try? FileManager.default.removeItem(at: package) }
        let api = SimulatedParseAPI(
            ParseScenario().token("sk_live_hidden").run(SimulatedRun("pr_7").processed(.pages(2))))
        let (line, status) = await run(
            ["pr_7", "--to", "Tests/AppTests", "--name", "order"], key: "sk_live_hidden", transport: api)
        #expect(status == 0 && line.hasPrefix("pr_7: PROCESSED, 2 chunks"), "\(line)")
        #expect(try recorded("Tests/AppTests/order.parserecording").output?.chunks.count == 2)
        let text = try String(
            contentsOf: package.appendingPathComponent("Tests/AppTests/order.parserecording"), encoding: .utf8)
        #expect(!text.contains("sk_live_hidden") && !line.contains("sk_live_hidden"))
    }

    @Test("What goes wrong is said in a line, and nothing is written")
    func wrong() async throws {
        defer { try? FileManager.default.removeItem(at: package) }
        let api = SimulatedParseAPI(ParseScenario().token("sk_right").run(SimulatedRun("pr_1").processed(.pages(1))))
        let to = ["--to", "Tests/AppTests/Fixtures"]
        let noKey = await run(["pr_1"] + to)
        #expect(noKey.status == 1 && noKey.line.contains("EXTEND_API_KEY is not set"))
        let wrongKey = await run(["pr_1"] + to, key: "sk_wrong_hidden", transport: api)
        #expect(wrongKey.status == 1 && wrongKey.line.contains("401") && !wrongKey.line.contains("sk_wrong_hidden"))
        let unknown = await run(["pr_9"] + to, key: "sk_right", transport: api)
        #expect(unknown.status == 1 && unknown.line.contains("404"))
        let offline = await run(["pr_1"] + to, key: "sk_right")
        #expect(offline.status == 1 && offline.line.contains("There is no network"))
        let nowhere = await run(["--simulated", "invoice", "--to", "Tests/Nowhere/Fixtures"])
        #expect(nowhere.status == 1 && nowhere.line == "record-parse-run: There is no directory Tests/Nowhere.")
        let noTarget = await run(["--simulated", "invoice", "--to", "ApTests"])
        #expect(noTarget.line == "record-parse-run: There is neither a test target nor a directory ApTests.")
        let usage = await run(["--simulated", "bill"] + to)
        #expect(usage.status == 2 && usage.line.hasSuffix("Try --help."))
        for line in [noKey, wrongKey, unknown, offline, nowhere, usage].map(\.line) {
            #expect(!line.contains("\n") && line.hasPrefix("record-parse-run: "))
        }
        #expect(try FileManager.default.subpathsOfDirectory(atPath: package.path) == ["Tests", "Tests/AppTests"])
    }

    @Test("A recording that is there is not overwritten unless that is asked for")
    func overwriting() async throws {
        defer { try? FileManager.default.removeItem(at: package) }
        let words = ["--simulated", "invoice", "--to", "Tests/AppTests/Fixtures"]
        #expect(await run(words).status == 0)
        let again = await run(words)
        #expect(again.status == 1 && again.line.contains("is there already; --force overwrites it"))
        #expect(await run(words + ["--force"]).status == 0)
    }

    @Test("How the run stands is told as it changes")
    func progress() async throws {
        defer { try? FileManager.default.removeItem(at: package) }
        let told = Mutex<[String]>([])
        _ = await RecordParseRun.run(
            ["--simulated", "report", "--to", "Tests/AppTests/Fixtures"], environment: [:], directory: package,
            tell: { line in told.withLock { $0.append(line) } })
        let lines = told.withLock { $0 }
        #expect(lines.count == 3)
        #expect(lines.first == "pr_simulated_report is PENDING after 0 s, look 1")
        #expect(lines.last?.hasPrefix("pr_simulated_report is PROCESSED after 3") == true)
    }

    @Test("Help names every option")
    func help() async {
        let (line, status) = await run(["--help"])
        #expect(status == 0)
        for option in ["--simulated", "--to", "--name", "--force", "EXTEND_API_KEY"] { #expect(line.contains(option)) }
        try? FileManager.default.removeItem(at: package)
    }
}

extension SimulatedFault {
    fileprivate static let noNetwork = TransportError(
        .hostNotFound, phase: .notSent, message: "There is no network in this test.")
}
