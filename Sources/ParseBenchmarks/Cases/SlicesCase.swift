import ParseModels
import ParseOutput

/// Every chunk as it came, for those who filter or forward.
struct SlicesCase: BenchmarkCase {
    let name = "slices"
    let summary = "ChunkSliceDecoder: every chunk's bytes, type and pages, the rest unread"

    func suits(_ workload: Workload) -> Bool { workload != .document }

    func run(on input: DocumentInput, first: inout FirstElement) throws -> Tally {
        var tally = Tally()
        tally.chunks = 0
        try input.decode(with: ChunkSliceDecoder(), first: &first) { slice in
            tally.chunks = (tally.chunks ?? 0) + (slice.pageRange == nil ? 0 : 1)
        }
        return tally
    }
}
