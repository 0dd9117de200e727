#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Starts a process for every measurement of a call, and sums up.
struct PolicyRunner {
    let arguments: BenchmarkArguments
    let console: Console

    /// How many calls are under way at once, by turns.
    private static let widths = [1, 16, 256]

    func run() throws -> PolicyFigures {
        var calls: [String: [CallSample]] = [:]
        var throughput: [Int: [Double]] = [:]
        for round in 1...arguments.rounds {
            // In turn, so that a busy minute of the machine is everybody's.
            for kind in CallKind.allCases {
                console.status("round \(round) of \(arguments.rounds), \(kind.rawValue)")
                calls[kind.rawValue, default: []].append(try decode(of: ["--call", kind.rawValue]))
            }
            for width in Self.widths {
                console.status("round \(round) of \(arguments.rounds), \(Quantity.count(width, "call")) at once")
                throughput[width, default: []].append(try decode(of: ["--throughput", "\(width)"]))
            }
        }
        return PolicyFigures(
            command: "parse-benchmarks --policies --rounds \(arguments.rounds)",
            swift: Executable.swiftVersion,
            isOptimized: Executable.isOptimized,
            answerBytes: InMemoryTransport.json.utf8.count,
            calls: CallKind.allCases.compactMap { kind in
                CallFigure(kind, calls[kind.rawValue] ?? [], over: calls[CallKind.bare.rawValue] ?? [])
            },
            throughput: Self.widths.compactMap { width in
                Spread(throughput[width] ?? []).map { ThroughputFigure(concurrentCalls: width, requestsPerSecond: $0) }
            }
        )
    }

    private func decode<Value: Decodable>(of words: [String]) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(try ChildProcess.output(of: Executable.path, words)))
    }
}
