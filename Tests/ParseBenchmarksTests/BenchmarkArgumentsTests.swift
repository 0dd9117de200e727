import Testing

@testable import ParseBenchmarks

@Suite("The command line of the benchmarks")
struct BenchmarkArgumentsTests {
    @Test("Without words, 20 MB in pages are measured with every case that suits them")
    func defaults() throws {
        let arguments = try BenchmarkArguments([])
        #expect(arguments.action == .measure)
        #expect(arguments.plans == [Plan(.pages, size: 20_000_000)])
        #expect(arguments.plans.first?.cases == ["chunks", "slices", "blocks", "json", "bytes"])
    }

    @Test("Workloads and sizes are lists, and every workload is measured in every size it can have")
    func lists() throws {
        let arguments = try BenchmarkArguments(
            ["--workload", "cjk,small-run", "--size", "0.5,2", "--cases", "chunks", "--piece", "100"]
        )
        #expect(
            arguments.plans == [
                Plan(.cjk, size: 500_000, cases: ["chunks"]), Plan(.cjk, size: 2_000_000, cases: ["chunks"]),
                Plan(.smallRun, size: 4000, cases: ["chunks"]),
            ]
        )
        #expect(arguments.pieceSize == 100)
    }

    @Test("The whole set leaves JSONDecoder out of the largest document")
    func all() throws {
        let plans = try BenchmarkArguments(["--all"]).plans
        #expect(Set(plans.map(\.workload)) == Set(Workload.allCases))
        #expect(plans.max { $0.size < $1.size }?.cases == ["chunks", "slices", "bytes"])
    }

    @Test("What is to be done comes with its file")
    func actions() throws {
        #expect(try BenchmarkArguments(["--generate", "a.json"]).action == .generate("a.json"))
        #expect(try BenchmarkArguments(["--decode", "ocr", "a"]).action == .decode(caseName: "ocr", path: "a"))
        #expect(try BenchmarkArguments(["--list"]).action == .list)
    }

    @Test(
        "What makes no sense is refused",
        arguments: [
            ["--fast"], ["pages"], ["--size"], ["--size", "-1"], ["--size", "nan"], ["--size", "1e99"],
            ["--size", "1 MB"], ["--rounds", "0"], ["--piece", "0"], ["--seed", "-1"], ["--workload", "page"],
            ["--cases", "xml"], ["--cases", ""], ["--decode", "chunks"], ["--decode", "a.json", "chunks"],
            ["--all", "--size", "2"], ["--generate", "a", "--size", "1,2"],
        ]
    )
    func refused(_ words: [String]) {
        #expect(throws: UsageError.self) { try BenchmarkArguments(words) }
    }
}
