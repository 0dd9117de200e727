import ParseModels
import ParseOutput

/// All that a decoder makes of a document.
struct FuzzedOutcome<Element: Sendable & Hashable>: Equatable {
    var elements: [Element] = []
    var error: OutputDecodingError?
    var metadata: OutputMetadata?
}

/// What the decoders have in common beyond their protocol.
protocol FuzzedDecoder: IncrementalDecoder where Element: Hashable {
    var metadata: OutputMetadata? { get }
}

extension ChunkDecoder: FuzzedDecoder {}
extension BlockDecoder: FuzzedDecoder {}
extension OCRDecoder: FuzzedDecoder {}
extension ChunkSliceDecoder: FuzzedDecoder {}

extension FuzzedDecoder {
    /// Decodes a document that comes in pieces, and holds the decoder to what it promises on the way.
    func outcome(of pieces: [ArraySlice<UInt8>], isLate: Bool = false) -> FuzzedOutcome<Element> {
        var decoder = self
        var outcome = FuzzedOutcome<Element>()
        var pushed: Int64 = 0
        for piece in pieces {
            let consumed = decoder.bytesConsumed
            decoder.push(piece)
            pushed += Int64(piece.count)
            if !isLate { decoder.drain(into: &outcome) }
            precondition(decoder.bytesPushed == pushed, "bytesPushed does not count what was pushed")
            precondition(decoder.bytesConsumed >= consumed, "bytesConsumed goes back")
            precondition(decoder.bytesConsumed <= pushed, "bytesConsumed is more than was pushed")
        }
        if isLate { decoder.drain(into: &outcome) }
        if outcome.error == nil {
            do throws(OutputDecodingError) { try decoder.finish() } catch { outcome.error = error }
        }
        outcome.metadata = decoder.metadata
        decoder.expectNothingMore(after: outcome)
        return outcome
    }

    private mutating func drain(into outcome: inout FuzzedOutcome<Element>) {
        guard outcome.error == nil else { return }
        do throws(OutputDecodingError) {
            while let element = try next() { outcome.elements.append(element) }
        } catch {
            outcome.error = error
        }
    }

    /// A document that is over stays so, and an error once thrown is thrown again.
    private mutating func expectNothingMore(after outcome: FuzzedOutcome<Element>) {
        do throws(OutputDecodingError) {
            let more = try next()
            precondition(more == nil, "an element comes after the end")
            try finish()
            precondition(outcome.error == nil, "an error is not thrown again")
            precondition(bytesConsumed == bytesPushed, "a whole document is not consumed")
        } catch {
            precondition(error == outcome.error, "another error is thrown after the first")
        }
    }
}
