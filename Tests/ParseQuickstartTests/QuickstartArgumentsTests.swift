import Testing

@testable import ParseQuickstart

@Suite("The command line")
struct QuickstartArgumentsTests {
    @Test(
        "An input is a file, a run id, or the simulated service",
        arguments: [
            ([], .simulated),
            (["pr_xK9mLPqRtN3vS8wF5hB2cQ"], .run("pr_xK9mLPqRtN3vS8wF5hB2cQ")),
            (["saved.json"], .file("saved.json")),
            (["../elsewhere/saved"], .file("../elsewhere/saved")),
            (["--", "--odd.json"], .file("--odd.json")),
        ] as [([String], QuickstartArguments.Input)]
    )
    func input(_ words: [String], _ input: QuickstartArguments.Input) throws {
        #expect(try QuickstartArguments(words).input == input)
    }

    @Test("Options choose what is printed, before or after the input")
    func output() throws {
        #expect(try QuickstartArguments([]).output == .summary)
        #expect(try QuickstartArguments(["--chunks", "a.json"]).output == .chunks)
        #expect(try QuickstartArguments(["a.json", "--blocks"]).output == .blocks)
        #expect(try QuickstartArguments(["-h"]).wantsHelp)
    }

    @Test("What makes no sense is refused", arguments: [["--chunk"], ["a.json", "b.json"], ["--chunks", "--blocks"]])
    func refused(_ words: [String]) {
        #expect(throws: UsageError.self) { try QuickstartArguments(words) }
    }
}
