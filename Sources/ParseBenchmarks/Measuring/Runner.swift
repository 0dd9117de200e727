#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes the documents, starts a process for every measurement, and sums up.
struct Runner {
    let arguments: BenchmarkArguments
    let console: Console

    /// Measures everything that is asked for.
    ///
    /// - Parameter command: the command line, for the record.
    /// - Returns: the results.
    /// - Throws: what failed, or which cases found different things in the same document.
    func run(command: String) throws -> Report {
        let directory = FileManager.default.temporaryDirectory.appending(path: "parse-benchmarks-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        return Report(
            command: command,
            swift: Executable.swiftVersion,
            isOptimized: Executable.isOptimized,
            seed: arguments.seed,
            rounds: arguments.rounds,
            pieceSize: arguments.pieceSize,
            results: try arguments.plans.map { try measure($0, file: directory.appending(path: "document.json").path) }
        )
    }

    private func measure(_ plan: Plan, file: String) throws -> PlanResult {
        console.status("\(plan.workload.rawValue): writing \(Quantity.megabytes(plan.size))")
        let document = try DocumentWriter(plan.workload, size: plan.size, seed: arguments.seed).write(to: file)
        var samples: [String: [Sample]] = [:]
        for round in 1...arguments.rounds {
            // In turn, so that a busy minute of the machine is everybody's.
            for name in plan.cases {
                console.status("\(plan.workload.rawValue): round \(round) of \(arguments.rounds), \(name)")
                samples[name, default: []].append(try sample(of: name, plan: plan, file: file))
            }
        }
        try checkAgreement(of: samples, document: document)
        let baselines = samples.filter { name, _ in
            BenchmarkCases.all.contains { $0.name == name && $0.isBaseline }
        }
        let cases = plan.cases.compactMap { name in
            CaseResult(name: name, samples: samples[name] ?? [], baselines: baselines, document: document)
        }
        return PlanResult(workload: plan.workload, document: document, cases: cases)
    }

    private func sample(of name: String, plan: Plan, file: String) throws -> Sample {
        let words = ["--sample", name, file, "--piece", "\(arguments.pieceSize)"] + (plan.repeats ? ["--repeat"] : [])
        let line = try ChildProcess.output(of: Executable.path, words)
        return try JSONDecoder().decode(Sample.self, from: Data(line))
    }

    /// Holds what each case found against what was written and what the others found.
    private func checkAgreement(of samples: [String: [Sample]], document: DocumentStatistics) throws {
        let written = Tally(
            chunks: document.chunks, blocks: document.blocks, words: document.words > 0 ? document.words : nil
        )
        var tallies = [(name: "the generator", tally: written)]
        for (name, samples) in samples.sorted(by: { $0.key < $1.key }) {
            for tally in samples.map(\.tally) {
                for other in tallies {
                    guard let difference = tally.disagreements(with: other.tally).first else { continue }
                    throw BenchmarkFailure("\(name) and \(other.name) do not agree: \(difference)")
                }
                tallies.append((name, tally))
            }
        }
    }
}
