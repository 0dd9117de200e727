import ParseModels
import ParseOutput

/// A whole run that is in memory, as the client reads an answer of the API.
struct RunCase: BenchmarkCase {
    let name = "run"
    let summary = "ParseRun(decoding:) of the whole document in memory"

    func suits(_ workload: Workload) -> Bool { workload == .run || workload == .smallRun }

    func run(on input: DocumentInput, first: inout FirstElement) throws -> Tally {
        let run = try ParseRun(decoding: input.wholeBytes())
        first.note()
        var tally = Tally()
        if let output = run.output { tally.count(output) }
        return tally
    }
}
