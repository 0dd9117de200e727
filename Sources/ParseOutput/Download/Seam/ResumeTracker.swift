/// Follows a reader through the pieces of a document, to say where it stands: behind the last chunk it took out.
package struct ResumeTracker: Sendable {
    /// The bytes before the piece, and the piece.
    private var tail = ByteTail(capacity: Int(DownloadPlan.overlap))
    private var piece: ArraySlice<UInt8> = []
    private var pieceStart: Int64

    private var position: Position?

    /// Where the last chunk ended, and the bytes before it once the piece it ended in is gone.
    private struct Position {
        var chunkCount: Int
        var offset: Int64?
        var seam: [UInt8]?
    }

    private let token: ResumeToken?

    /// Begins at the document's start, or where a token stands.
    package init(from token: ResumeToken? = nil) {
        self.token = token
        self.pieceStart = token?.byteOffset ?? 0
    }

    /// Takes the next piece of the document.
    ///
    /// - Parameters:
    ///   - next: the piece.
    ///   - download: what it came from.
    package mutating func take(_ next: ArraySlice<UInt8>, of download: ResumableDownload.Iterator) {
        if piece.isEmpty, tail.bytes.isEmpty { tail.append(download.leadingBytes[...]) }
        take(next)
    }

    /// Takes the next piece of a document that is read from its start.
    package mutating func take(_ next: ArraySlice<UInt8>) {
        // A chunk ends in the piece that completes it, so what stands before its end is still there.
        if let offset = position?.offset, position?.seam == nil {
            let seam = bytes(before: offset)
            position?.seam = seam
        }
        tail.append(piece)
        pieceStart += Int64(piece.count)
        piece = next
    }

    /// Notes that a chunk was taken out.
    ///
    /// - Parameters:
    ///   - count: how many were taken out so far.
    ///   - offset: where it ended; `nil` where a decoder could not go on from there.
    package mutating func note(chunks count: Int, endingAt offset: Int64?) {
        position = Position(chunkCount: count, offset: offset)
    }

    /// Where the reader stands.
    ///
    /// - Parameters:
    ///   - runID: the run whose output it reads.
    ///   - download: what the pieces came from; `nil` where they came inside the run.
    /// - Returns: the token to go on with.
    package func resumeToken(runID: String, download: ResumableDownload.Iterator?) -> ResumeToken {
        guard let position else { return token ?? ResumeToken(runID: runID, chunkCount: 0) }
        guard let document = download?.document.map(ResumeToken.abridged) else {
            return ResumeToken(runID: runID, chunkCount: position.chunkCount)
        }
        // Decoded bytes have no place in the stored document, and without a validator there is nothing to ask for. The
        // document is then read from its start, and the mark tells whether the last chunk is where it was.
        let isAddressable = document.coding == .identity && document.hasValidator
        let mark = position.offset.map { SeamMark(endOf: position.seam ?? bytes(before: $0)) } ?? .none
        let point = ResumePoint(document: document, offset: isAddressable ? position.offset ?? 0 : 0, mark: mark)
        return ResumeToken(runID: runID, chunkCount: position.chunkCount, point: point)
    }

    /// Compares a chunk's end with that of the one behind which the token stands.
    ///
    /// - Parameter offset: where the chunk has just ended; `nil` where a decoder could not go on from there.
    /// - Returns: whether they are the same; also where nothing tells.
    package func agrees(withChunkEndingAt offset: Int64?) -> Bool {
        guard let token, let offset, token.mark.length > 0 else { return true }
        return SeamMark(endOf: bytes(before: offset).suffix(Int(clamping: token.mark.length))) == token.mark
    }

    private func bytes(before offset: Int64) -> [UInt8] {
        let inPiece = piece.prefix(Int(clamping: offset - pieceStart))
        guard inPiece.count < tail.capacity else { return Array(inPiece.suffix(tail.capacity)) }
        return tail.bytes.suffix(tail.capacity - inPiece.count) + inPiece
    }
}
