import ParseModels
import ParseOutput

/// What is true of documents that are decoded whole, whatever they are.
struct WholeFuzzer {
    private let input: FuzzedInput
    private let output: Result<ParseRunOutput, OutputDecodingError>
    private let run: Result<ParseRun, OutputDecodingError>

    init(_ input: FuzzedInput) {
        self.input = input
        output = Self.result { () throws(OutputDecodingError) in
            try ParseRunOutput(decoding: input.document, limits: input.limits)
        }
        run = Self.result { () throws(OutputDecodingError) in
            try ParseRun(decoding: input.document, limits: input.limits)
        }
        checkPlace(output.error)
        checkPlace(run.error)
    }

    /// What the streaming decoders take is taken whole, and the other way round, and is the same.
    func check(against chunks: FuzzedOutcome<Chunk>, _ ocr: FuzzedOutcome<OCRElement>) {
        if let output = output.value {
            check(output, isOfRun: false, chunks, ocr)
        } else if let whole = run.value?.output {
            check(whole, isOfRun: true, chunks, ocr)
        } else if chunks.error == nil, ocr.error == nil {
            guard let error = run.error else { preconditionFailure("an output that streams is none as a whole") }
            precondition(!error.path.isWithin("output"), "an output that streams is refused as a whole: \(error)")
        }
        checkError(output.error, inChunksAt: "chunks", chunks.error)
        checkError(run.error, inChunksAt: "output.chunks", chunks.error)
    }

    private func check(
        _ whole: ParseRunOutput,
        isOfRun: Bool,
        _ chunks: FuzzedOutcome<Chunk>,
        _ ocr: FuzzedOutcome<OCRElement>
    ) {
        checkMayDiffer(chunks.error, isOfRun: isOfRun)
        checkMayDiffer(ocr.error, isOfRun: isOfRun)
        if chunks.error == nil {
            precondition(whole.chunks == chunks.elements, "other chunks than ChunkDecoder's")
            precondition(whole.metadata == chunks.metadata, "other metadata than ChunkDecoder's")
        }
        guard ocr.error == nil else { return }
        let words = ocr.elements.compactMap { if case .word(let word) = $0 { word } else { nil } }
        let lines = ocr.elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
        precondition(whole.ocr?.words ?? [] == words && whole.ocr?.lines ?? [] == lines, "other words or lines")
        precondition(whole.metadata == ocr.metadata, "other metadata than OCRDecoder's")
    }

    /// Only where something comes twice, or in both shapes, or is too large to be held, does a stream fail alone.
    private func checkMayDiffer(_ error: OutputDecodingError?, isOfRun: Bool) {
        guard let error, !Self.isOfStreams(error) else { return }
        if error.code == .typeMismatch, isOfRun ? !error.path.isWithin("output") : error.path == "output" { return }
        precondition(input.isLimited && error.code == .limitExceeded, "only a stream refuses the document: \(error)")
    }

    /// An error in a chunk is the one that `ChunkDecoder` has.
    private func checkError(_ error: OutputDecodingError?, inChunksAt place: String, _ other: OutputDecodingError?) {
        guard let error, error.path.hasPrefix(place + "["), !input.isLimited else { return }
        guard let other else { preconditionFailure("only ChunkDecoder takes a chunk: \(error)") }
        if Self.isOfStreams(other) { return }
        // Of a document that is an output and a run at once, a stream reads on no further than to its first fault.
        let isOfOtherShape = other.path.isWithin("output") != place.isWithin("output")
        if isOfOtherShape, other.byteOffset < error.byteOffset { return }
        precondition(error.isSame(as: other), "a chunk fails in another way than in ChunkDecoder: \(error), \(other)")
    }

    private func checkPlace(_ error: OutputDecodingError?) {
        guard let error else { return }
        let end = Int64(input.document.count)
        precondition((0...end).contains(error.byteOffset), "an error lies outside the document")
        precondition((error.code == .truncated) == (error.byteOffset == end), "it is not the end that is missing")
    }

    private static func isOfStreams(_ error: OutputDecodingError) -> Bool {
        error.code == .malformed && ["comes a second time.", "at once."].contains { error.message.hasSuffix($0) }
    }

    private static func result<Value>(
        _ body: () throws(OutputDecodingError) -> Value
    ) -> Result<Value, OutputDecodingError> {
        do throws(OutputDecodingError) { return .success(try body()) } catch { return .failure(error) }
    }
}

extension Result {
    fileprivate var value: Success? { if case .success(let value) = self { value } else { nil } }
    fileprivate var error: Failure? { if case .failure(let error) = self { error } else { nil } }
}
