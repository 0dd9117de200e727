#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What decoding, downloads and calls cost, and what polling and retries come to.
@main
struct ParseBenchmarks {
    static func main() async {
        let console = Console()
        do {
            try await run(Array(CommandLine.arguments.dropFirst()), console: console)
        } catch let error as UsageError {
            console.failure("\(error); try --help")
            exit(2)
        } catch {
            console.failure("\(error)")
            exit(1)
        }
    }

    private static func run(_ words: [String], console: Console) async throws {
        let arguments = try BenchmarkArguments(words)
        switch arguments.action {
        case .help: console.result(BenchmarkArguments.help)
        case .list: console.result(CaseList.text)
        case .measure:
            let command = (["parse-benchmarks"] + words).joined(separator: " ")
            let report = try Runner(arguments: arguments, console: console).run(command: command)
            console.endStatus()
            console.result(arguments.wantsJSON ? try json(report) : report.text)
        case .download:
            let figures = try DownloadRunner(arguments: arguments, console: console).run()
            console.endStatus()
            console.result(arguments.wantsJSON ? try json(figures) : figures.text)
        case .fetch(let kind, let url):
            console.result(try json(try await Fetch(kind: kind, url: url).run()))
        case .policies:
            let figures = try PolicyRunner(arguments: arguments, console: console).run()
            console.endStatus()
            console.result(arguments.wantsJSON ? try json(figures) : figures.text)
        case .call(let kind): console.result(try json(try await CallMeter(kind: kind).measure()))
        case .throughput(let width): console.result(try json(try await ThroughputMeter(width: width).measure()))
        case .simulate(let directory):
            let figures = await Simulation(seed: arguments.seed, console: console).run()
            console.endStatus()
            try figures.draw(into: directory)
            console.result(arguments.wantsJSON ? try json(figures) : figures.text)
        case .generate(let path):
            guard let plan = arguments.plans.first else { return }
            let document = try DocumentWriter(plan.workload, size: plan.size, seed: arguments.seed).write(to: path)
            console.result(try json(document))
        case .decode(let name, let path):
            let input = DocumentInput(source: .file(path), pieceSize: arguments.pieceSize)
            var first = FirstElement()
            console.result(try json(try BenchmarkCases.named(name).run(on: input, first: &first)))
        case .sample(let name, let path):
            let source =
                arguments.repeats
                ? try DocumentInput.Source.memory(of: path) : .file(path)
            let meter = Meter(
                subject: try BenchmarkCases.named(name),
                input: DocumentInput(source: source, pieceSize: arguments.pieceSize),
                duration: arguments.repeats ? .milliseconds(300) : nil
            )
            console.result(try json(try meter.measure()))
        }
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
