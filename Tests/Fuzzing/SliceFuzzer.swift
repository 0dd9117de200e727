import ParseModels
import ParseOutput

/// What is true of slices, whatever the document.
enum SliceFuzzer {
    /// - Parameters:
    ///   - slices: what `ChunkSliceDecoder` makes of the document.
    ///   - chunks: what `ChunkDecoder` makes of it.
    static func check(
        _ slices: FuzzedOutcome<ChunkSlice>,
        against chunks: FuzzedOutcome<Chunk>,
        _ input: FuzzedInput
    ) {
        checkPlaces(slices.elements, in: input.document)
        let decoded = slices.elements.map(DecodedSlice.init)
        precondition(decoded.count >= chunks.elements.count, "a chunk has no slice")
        for (slice, chunk) in zip(decoded, chunks.elements) {
            precondition(slice.chunk == chunk, "a slice is decoded to another chunk than ChunkDecoder's")
        }
        let rest = decoded.dropFirst(chunks.elements.count)
        guard let error = chunks.error else {
            precondition(slices.error == nil && rest.isEmpty, "only ChunkDecoder takes the document")
            precondition(slices.metadata == chunks.metadata, "ChunkSliceDecoder gives other metadata")
            return
        }
        if let bad = rest.first {
            precondition(error.chunkIndex == bad.slice.index, "a slice comes of what is no chunk")
            bad.expect(error)
        } else if let later = slices.error {
            checkLater(later, than: error)
        } else {
            preconditionFailure("only ChunkDecoder refuses the document: \(error)")
        }
        for slice in rest { slice.checkAlone(input.limits) }
    }

    /// Slices are objects of the document, one behind the other.
    private static func checkPlaces(_ slices: [ChunkSlice], in document: [UInt8]) {
        var end = 0
        for (index, slice) in slices.enumerated() {
            let start = Int(slice.byteOffset)
            precondition(slice.index == index, "slices are not counted")
            precondition(start > end && start + slice.bytes.count <= document.count, "slices overlap or lie outside")
            end = start + slice.bytes.count
            precondition(document[start..<end].elementsEqual(slice.bytes), "a slice has other bytes than the document")
            precondition(document[start] == UInt8(ascii: "{") && document[end - 1] == UInt8(ascii: "}"))
            precondition(slice.pageRange == slice.metadata.pageRange)
        }
    }

    /// An error of `ChunkDecoder` that lies in what slices leave unchecked may show as another one further on in the
    /// same chunk; any other is the same.
    private static func checkLater(_ later: OutputDecodingError, than error: OutputDecodingError) {
        if later == error { return }
        precondition(error.chunkIndex != nil, "an error outside the chunks differs: \(error), \(later)")
        precondition(error.chunkIndex == later.chunkIndex, "an error shows in another chunk: \(error), \(later)")
        precondition(later.byteOffset >= error.byteOffset, "an error shows early: \(error), \(later)")
        guard later.byteOffset == error.byteOffset, later.code == error.code else { return }
        precondition(error.path.isWithin(later.path), "an error shows elsewhere: \(error), \(later)")
    }
}

/// A slice, and what becomes of it.
struct DecodedSlice {
    let slice: ChunkSlice
    private(set) var chunk: Chunk?
    private(set) var error: OutputDecodingError?

    init(_ slice: ChunkSlice) {
        self.slice = slice
        do throws(OutputDecodingError) {
            let chunk = try slice.decoded()
            precondition(chunk.type == slice.type && chunk.metadata == slice.metadata, "a slice tells other things")
            self.chunk = chunk
        } catch {
            let end = slice.byteOffset + Int64(slice.bytes.count)
            precondition((slice.byteOffset..<end).contains(error.byteOffset), "an error lies outside its slice")
            precondition(error.chunkIndex == slice.index, "an error has not its slice's index")
            self.error = error
        }
    }

    /// The slice must fail as `ChunkDecoder` does, which has no path inside what it skips.
    func expect(_ expected: OutputDecodingError) {
        guard let error else { preconditionFailure("only ChunkDecoder refuses a chunk: \(expected)") }
        precondition(
            error.isSame(as: expected), "a slice fails in another way than ChunkDecoder: \(error), \(expected)")
    }

    /// What becomes of a slice depends on nothing but itself: the only chunk of a document, it fares the same.
    func checkAlone(_ limits: DecodingLimits) {
        let isInRun = error.map { $0.path.hasPrefix("output.") } ?? false
        let (front, back) = isInRun ? (#"{"output":{"chunks":["#, "]}}") : (#"{"chunks":["#, "]}")
        let bytes = Array(front.utf8) + slice.bytes + Array(back.utf8)
        let alone = ChunkDecoder(limits: limits.with { $0.totalBytes = .max }).outcome(of: [bytes[...]])
        guard let error else {
            // A run's chunk lies deeper, which only an error tells.
            precondition(alone.error != nil || alone.elements == [chunk], "a slice alone is another chunk")
            precondition(alone.error == nil, "a slice alone is none")
            return
        }
        guard let other = alone.error else { preconditionFailure("a slice alone is taken: \(error)") }
        // As it would be in the document.
        let moved = OutputDecodingError(
            other.code,
            message: other.message,
            byteOffset: other.byteOffset - Int64(front.utf8.count) + slice.byteOffset,
            path: other.path.replacing("chunks[0]", with: "chunks[\(slice.index)]", maxReplacements: 1),
            chunkIndex: slice.index
        )
        precondition(error.isSame(as: moved), "a slice alone fails in another way: \(error), \(moved)")
    }
}

extension OutputDecodingError {
    /// Whether an error is the one that `ChunkDecoder` has at the same place of the same document.
    ///
    /// That has no path inside what it skips, and counts what stands behind a value of the wrong type as a part of it. And
    /// what it looks for chunks and blocks in, it judges by the first byte, where others first make sure that the value
    /// is well-formed.
    func isSame(as streamed: OutputDecodingError) -> Bool {
        guard chunkIndex == streamed.chunkIndex else { return false }
        guard path.isWithin(streamed.path) || code == .malformed && streamed.path.isWithin(path) else { return false }
        if code == streamed.code, byteOffset == streamed.byteOffset { return true }
        let isOfSyntax = [.malformed, .truncated, .invalidUTF8, .loneSurrogate, .limitExceeded].contains(code)
        return streamed.code == .typeMismatch && isOfSyntax && byteOffset > streamed.byteOffset
    }
}

extension String {
    /// Whether a path is another or goes on from there.
    func isWithin(_ other: String) -> Bool {
        guard hasPrefix(other) else { return false }
        return count == other.count || other.isEmpty || [".", "["].contains(dropFirst(other.count).first)
    }
}
