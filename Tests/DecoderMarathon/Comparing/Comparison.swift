import ParseModels
import ParseOutput

/// Compares what everybody makes of one document.
struct Comparison {
    let bytes: [UInt8]
    let item: Int
    var tally = Tally()

    init(_ bytes: [UInt8], item: Int) {
        self.bytes = bytes
        self.item = item
    }

    mutating func run(_ random: inout Seeded) throws(Failure) {
        let verdict = StrictChecker.check(bytes)
        let chunks = try read(ChunkDecoder(), &random)
        let blocks = try read(BlockDecoder(), &random)
        let ocr = try read(OCRDecoder(), &random)
        let slices = try read(ChunkSliceDecoder(), &random)
        let whole = readWhole()
        tally.documents += 1
        tally.bytes += bytes.count
        if chunks.error == nil { tally.accepted += 1 }
        try check(chunks, against: verdict, "ChunkDecoder")
        try check(blocks, against: verdict, "BlockDecoder")
        try check(ocr, against: verdict, "OCRDecoder")
        try check(whole.output, against: verdict, "ParseRunOutput")
        try check(whole.run, against: verdict, "ParseRun")
        try checkSlices(slices, chunks, verdict)
        switch verdict {
        case .failure(let fault):
            try checkCodableRefuses(fault)
        case .success(let document):
            try checkTogether(chunks, blocks, document)
            try checkCodable(chunks, blocks, ocr, document)
            try checkWhole(whole, chunks, ocr, document)
            try checkCodable(whole.output, document)
            try checkCodable(whole.run, document)
        }
    }

    /// Reads the document in one piece, and makes sure that no way of cutting it changes anything.
    private mutating func read<Decoder: OutputDecoder>(
        _ decoder: Decoder,
        _ random: inout Seeded
    ) throws(Failure) -> Reading<Decoder.Element> {
        let whole = decoder.reading(of: [bytes[...]])
        for cuts in Cuts.some(of: bytes, &random) {
            let reading = decoder.reading(of: cuts.pieces, isLate: cuts.isLate)
            tally.readings += 1
            guard reading == whole else {
                throw failure(
                    "\(Decoder.self): \(cuts.name) of \(cuts.pieces.map(\.count)) bytes make a difference",
                    ("one piece", whole.mark), (cuts.name, reading.mark)
                )
            }
        }
        tally.readings += 1
        tally.note(whole.mark, document: item)
        tally.errors[whole.error?.code.rawValue ?? "none", default: 0] += 1
        return whole
    }

    func failure(_ what: String, _ outcomes: (name: String, text: String)...) -> Failure {
        Failure(what: what, document: bytes, outcomes: outcomes, item: item)
    }

    /// `BlockDecoder`'s blocks are those of `ChunkDecoder`'s chunks, as far as both come.
    private func checkTogether(
        _ chunks: Reading<Chunk>,
        _ blocks: Reading<ChunkBlock>,
        _ document: StrictValue
    ) throws(Failure) {
        // Wherever chunks were found before the document turned out to be bad.
        let repeats = ([document] + document.all("output")).contains { output in
            output.all("chunks").contains { $0.elements.contains { $0.all("blocks").count > 1 } }
        }
        guard !repeats else { return }
        let expected = CodableReading.blocks(chunks.elements.map(\.blocks))
        let isWhole = chunks.error == nil
        guard isWhole ? blocks.elements == expected : blocks.elements.starts(with: expected) else {
            throw failure(
                "BlockDecoder's blocks are not those of ChunkDecoder", ("chunks", chunks.mark), ("blocks", blocks.mark))
        }
        guard !isWhole || blocks.error == nil && blocks.metadata == chunks.metadata else {
            throw failure("only BlockDecoder refuses", ("chunks", chunks.mark), ("blocks", blocks.mark))
        }
    }

    static func isRun(_ document: StrictValue) -> Bool {
        document.all("output").contains { !$0.isNull }
    }
}
