import ParseModels
import ParseOutput

/// `ChunkSliceDecoder` against the document's bytes and `ChunkDecoder`.
extension Comparison {
    func checkSlices(
        _ slices: Reading<ChunkSlice>,
        _ chunks: Reading<Chunk>,
        _ verdict: Result<StrictValue, StrictFault>
    ) throws(Failure) {
        let parts = slices.elements.map(DecodedSlice.init)
        let marks = [("slices", slices.mark), ("chunks", chunks.mark)] + parts.map { ("slice", $0.mark) }
        func fail(_ what: String) -> Failure { Failure(what: what, document: bytes, outcomes: marks, item: item) }
        try checkPlaces(slices, verdict)
        guard parts.prefix(chunks.elements.count).map(\.chunk) == chunks.elements else {
            throw fail("slices are decoded to other chunks than ChunkDecoder's")
        }
        let rest = parts.dropFirst(chunks.elements.count)
        switch (chunks.error, rest.first, slices.error) {
        case (nil, nil, nil):
            guard slices.metadata == chunks.metadata else { throw fail("ChunkSliceDecoder gives other metadata") }
        case (nil, _, _):
            throw fail("only ChunkDecoder takes it")
        case (let error?, let bad?, _):
            guard let found = bad.error, found.isSame(as: error) else { throw fail("a slice fails in another way") }
        case (let error?, nil, let later?):
            guard later.isSame(as: error) || Self.mayShowLater(error, as: later) else {
                throw fail("ChunkSliceDecoder fails in another way")
            }
        case (.some, nil, nil):
            throw fail("only ChunkDecoder refuses it")
        }
        for part in rest {
            guard part.isSameAlone else { throw fail("a slice fares otherwise as the only chunk of a document") }
        }
    }

    /// Slices are the document's chunks, byte for byte.
    private func checkPlaces(
        _ slices: Reading<ChunkSlice>,
        _ verdict: Result<StrictValue, StrictFault>
    ) throws(Failure) {
        var end = 0
        for (index, slice) in slices.elements.enumerated() {
            let start = Int(slice.byteOffset)
            let isInPlace = slice.index == index && start > end && start + slice.bytes.count <= bytes.count
            end = start + slice.bytes.count
            guard isInPlace, bytes[start..<end].elementsEqual(slice.bytes) else {
                throw failure("a slice is not the document's: \(index), \(start)..<\(end)", ("slices", slices.mark))
            }
        }
        guard case .success(let document) = verdict, slices.error == nil else { return }
        let output = Self.isRun(document) ? document["output"] : document
        let expected = output?["chunks"]?.elements.map(\.range) ?? []
        let ranges = slices.elements.map { Int($0.byteOffset)..<Int($0.byteOffset) + $0.bytes.count }
        guard ranges == expected else { throw failure("slices are not the document's chunks: \(ranges), \(expected)") }
    }

    /// What lies in a part of a chunk that slices leave unchecked may show as another fault further on in that chunk, and
    /// has no path inside that part.
    private static func mayShowLater(_ error: OutputDecodingError, as later: OutputDecodingError) -> Bool {
        guard let chunk = error.chunkIndex, chunk == later.chunkIndex else { return false }
        guard later.byteOffset == error.byteOffset else { return later.byteOffset > error.byteOffset }
        return later.code != error.code || error.path.hasPrefix(later.path)
    }
}

/// A slice, and what becomes of it.
private struct DecodedSlice {
    let slice: ChunkSlice
    private(set) var chunk: Chunk?
    private(set) var error: OutputDecodingError?

    init(_ slice: ChunkSlice) {
        self.slice = slice
        do throws(OutputDecodingError) { chunk = try slice.decoded() } catch { self.error = error }
    }

    var mark: String {
        guard let error else { return "\(slice.index) at \(slice.byteOffset)" }
        return "\(slice.index) at \(slice.byteOffset), \(error.code) at \(error.byteOffset), \(error.path)"
    }

    /// Whether what becomes of a slice depends on nothing but itself, and it tells of itself what the chunk does.
    var isSameAlone: Bool {
        if let chunk, chunk.type != slice.type || chunk.metadata != slice.metadata { return false }
        let isInRun = error.map { $0.path.hasPrefix("output.") } ?? false
        let front = Array((isInRun ? #"{"output":{"chunks":["# : #"{"chunks":["#).utf8)
        let document = front + slice.bytes + Array((isInRun ? "]}}" : "]}").utf8)
        let alone = ChunkDecoder().reading(of: [document[...]])
        guard let error else { return alone.error == nil && alone.elements == [chunk] }
        return error.byteOffset - slice.byteOffset == (alone.error?.byteOffset ?? -1) - Int64(front.count)
            && error.code == alone.error?.code || alone.error?.code == .typeMismatch
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
        guard path.hasPrefix(streamed.path) || code == .malformed && streamed.path.hasPrefix(path) else { return false }
        if code == streamed.code, byteOffset == streamed.byteOffset { return true }
        let isOfSyntax = [.malformed, .truncated, .invalidUTF8, .loneSurrogate, .limitExceeded].contains(code)
        return streamed.code == .typeMismatch && isOfSyntax && byteOffset > streamed.byteOffset
    }
}
