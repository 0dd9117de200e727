import ParseModels
import ParseOutput

/// Every chunk, from pieces of another size than the command line's: what the cutting costs.
struct PiecesCase: BenchmarkCase {
    let name: String
    let summary: String
    let isBaseline: Bool

    /// The size of a piece in bytes, `nil` for the whole document.
    private let pieceSize: Int?

    /// The whole document pushed at once, beside which the others are seen.
    static let whole = PiecesCase(name: "whole", summary: "ChunkDecoder, the document pushed at once", pieceSize: nil)

    /// Pieces as a transport hands them out.
    static let transport = PiecesCase(name: "16k", summary: "ChunkDecoder, in pieces of 16 KiB", pieceSize: 16 << 10)

    /// The worst there is.
    static let bytes = PiecesCase(name: "1b", summary: "ChunkDecoder, byte by byte", pieceSize: 1)

    private init(name: String, summary: String, pieceSize: Int?) {
        self.name = name
        self.summary = summary
        self.pieceSize = pieceSize
        isBaseline = pieceSize == nil
    }

    func suits(_ workload: Workload) -> Bool { false }

    func run(on input: DocumentInput, first: inout FirstElement) throws -> Tally {
        var tally = Tally()
        if let pieceSize {
            let cut = DocumentInput(source: input.source, pieceSize: pieceSize)
            try cut.decode(with: ChunkDecoder(), first: &first) { tally.count($0) }
        } else {
            var decoder = ChunkDecoder()
            decoder.push(try input.wholeBytes()[...])
            while let chunk = try decoder.next() {
                first.note()
                tally.count(chunk)
            }
            try decoder.finish()
        }
        return tally
    }
}
