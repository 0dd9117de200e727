import ParseModels
import ParseOutput

/// Every chunk with all its blocks, as they arrive.
struct ChunksCase: BenchmarkCase {
    let name = "chunks"
    let summary = "ChunkDecoder: every chunk with its blocks"

    func run(on input: DocumentInput, first: inout FirstElement) throws -> Tally {
        var tally = Tally()
        try input.decode(with: ChunkDecoder(), first: &first) { tally.count($0) }
        return tally
    }
}
