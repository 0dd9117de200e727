import Testing

@testable import ParseRecorder

@Suite("The command line of record-parse-run")
struct RecorderArgumentsTests {
    @Test("A run, real or invented, and where it goes")
    func plain() throws {
        let real = try RecorderArguments(["pr_1", "--to", "Tests/AppTests/Fixtures", "--name", "order"])
        #expect(real.source == .run("pr_1") && real.name == "order" && !real.overwrites)
        #expect(real.destination == "Tests/AppTests/Fixtures")
        let invented = try RecorderArguments(["--simulated", "invoice", "--to", "AppTests", "--force"])
        #expect(invented.source == .simulated(.invoice) && invented.name == "invoice" && invented.overwrites)
        #expect(try RecorderArguments(["pr_1", "--to", "x"]).name == "pr_1")
        #expect(try RecorderArguments(["--help"]).wantsHelp)
    }

    @Test(
        "What makes no sense is said in a sentence",
        arguments: [
            ([], "Name a run"), (["pr_1"], "Say where to"), (["pr_1", "pr_2", "--to", "x"], "Name one run"),
            (["pr_1", "--simulated", "invoice", "--to", "x"], "Name one run"),
            (["--simulated", "bill", "--to", "x"], "There is no simulated run bill; there are invoice, report"),
            (["--simulated", "--to", "x"], "--simulated is followed by a value"),
            (["--too"], "There is no option --too"),
            (["pr_1", "--to", "x", "--name", "a/b"], "A recording's name"),
        ])
    func wrong(_ words: [String], _ message: String) {
        let error = #expect(throws: UsageError.self) { try RecorderArguments(words) }
        #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    }
}
