import ParseModels
import ParseOutput

/// Every block, as they arrive, without the texts of the chunks.
struct BlocksCase: BenchmarkCase {
    let name = "blocks"
    let summary = "BlockDecoder: every block; what else chunks hold is skipped"

    func run(on input: DocumentInput, first: inout FirstElement) throws -> Tally {
        var tally = Tally()
        try input.decode(with: BlockDecoder(), first: &first) { tally.count($0.block) }
        return tally
    }
}
