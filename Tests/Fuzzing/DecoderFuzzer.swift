import ParseModels
import ParseOutput

/// What libFuzzer calls with every input it thinks of.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let input = FuzzedInput(UnsafeBufferPointer(start: bytes, count: count)) else { return 0 }
    let chunks = DecoderFuzzer.check(ChunkDecoder(limits: input.limits), input)
    let blocks = DecoderFuzzer.check(BlockDecoder(limits: input.limits), input)
    let ocr = DecoderFuzzer.check(OCRDecoder(limits: input.limits), input)
    let slices = DecoderFuzzer.check(ChunkSliceDecoder(limits: input.limits), input)
    DecoderFuzzer.check(blocks, against: chunks)
    SliceFuzzer.check(slices, against: chunks, input)
    WholeFuzzer(input).check(against: chunks, ocr)
    return 0
}

/// What is true of every document, however bad.
enum DecoderFuzzer {
    /// - Returns: what the decoder makes of the document in one piece.
    static func check<Decoder: FuzzedDecoder>(
        _ decoder: Decoder,
        _ input: FuzzedInput
    ) -> FuzzedOutcome<Decoder.Element> {
        let document = input.document
        let whole = decoder.outcome(of: [document[...]])
        expectSame(decoder.outcome(of: input.pieces), whole, "pieces make a difference")
        expectSame(decoder.outcome(of: input.pieces, isLate: true), whole, "taking out late makes a difference")
        if let error = whole.error {
            precondition((0...Int64(document.count)).contains(error.byteOffset), "an error lies outside the document")
            let isAtEnd = error.byteOffset == Int64(document.count)
            precondition(error.code != .truncated || isAtEnd, "a document is cut short before its end: \(error)")
            let start = decoder.outcome(of: [document[..<Int(error.byteOffset)]])
            precondition(start.elements == whole.elements, "not the elements before the error came before it")
        }
        checkStart(decoder, document[..<input.middle], of: whole)
        return whole
    }

    /// A document that is cut short gives the first of the elements, and an error only where the whole has it too.
    private static func checkStart<Decoder: FuzzedDecoder>(
        _ decoder: Decoder,
        _ start: ArraySlice<UInt8>,
        of whole: FuzzedOutcome<Decoder.Element>
    ) {
        let outcome = decoder.outcome(of: [start])
        precondition(whole.elements.starts(with: outcome.elements), "a start gives other elements than the whole")
        guard let error = outcome.error, error != whole.error else { return }
        precondition(
            error.code == .truncated && error.byteOffset == Int64(start.count) || error.code == .notAnOutput,
            "a start has an error that the whole has not: \(error), \(String(describing: whole.error))"
        )
    }

    /// Blocks one by one are those of the chunks.
    static func check(_ blocks: FuzzedOutcome<ChunkBlock>, against chunks: FuzzedOutcome<Chunk>) {
        guard blocks.error == nil, chunks.error == nil else { return }
        let expected = chunks.elements.enumerated().flatMap { chunkIndex, chunk in
            chunk.blocks.enumerated().map { ChunkBlock(chunkIndex: chunkIndex, index: $0, block: $1) }
        }
        precondition(blocks.elements == expected, "BlockDecoder gives other blocks than ChunkDecoder")
        precondition(blocks.metadata == chunks.metadata, "BlockDecoder gives other metadata than ChunkDecoder")
    }

    private static func expectSame<Element>(
        _ outcome: FuzzedOutcome<Element>,
        _ whole: FuzzedOutcome<Element>,
        _ what: String
    ) {
        guard outcome != whole else { return }
        let counts = "\(outcome.elements.count) and \(whole.elements.count) elements"
        let errors = "\(String(describing: outcome.error)) and \(String(describing: whole.error))"
        fatalError("\(what): \(counts), \(errors)")
    }
}
