/// One document, and what is measured with it.
struct Plan: Equatable {
    let workload: Workload
    let size: Int
    let cases: [String]

    init(_ workload: Workload, size: Int, cases: [String] = []) {
        self.workload = workload
        self.size = workload.fixedSize ?? size
        self.cases = cases.isEmpty ? BenchmarkCases.all.filter { $0.suits(workload) }.map(\.name) : cases
    }

    /// Whether the document is held in memory and decoded again and again: a run that comes as one small answer.
    var repeats: Bool { workload.isRun && size <= 1_000_000 }

    /// The whole set.
    ///
    /// In the largest document only what streams is measured; the others would need gigabytes.
    static let all =
        [1, 20, 200].map { Plan(.pages, size: $0 * 1_000_000) }
        + [Plan(.pages, size: 1_000_000_000, cases: [ChunksCase().name, SlicesCase().name, BytesCase().name])]
        + [Plan(.document, size: 200_000_000, cases: [BlocksCase().name, JSONDecoderCase().name, BytesCase().name])]
        + [Plan(.pages, size: 20_000_000, cases: [PiecesCase.whole, .transport, .bytes].map(\.name))]
        + [.sections, .document, .cjk, .escaped, .ocr, .run].map { Plan($0, size: 20_000_000) }
        + [Plan(.run, size: 1_000_000), Plan(.smallRun, size: 0)]
}

extension BenchmarkArguments {
    /// The documents the command line asks for.
    var plans: [Plan] {
        guard !wantsAll else { return Plan.all }
        return (workloads.isEmpty ? [.pages] : workloads).flatMap { workload in
            let chosen = workload.fixedSize.map { [$0] } ?? (sizes.isEmpty ? [20_000_000] : sizes)
            return chosen.map { Plan(workload, size: $0, cases: cases) }
        }
    }
}
