/// Bytes that arrived and nobody has read yet, in pieces of a size that suits a reader's cache.
///
/// Small bursts share a piece, so that a peer that sends byte by byte costs no more pieces than it must; and no piece
/// grows so long that growing it, and holding what it has grown out of, would cost more memory than its bytes.
struct UnreadBytes: Sendable {
    /// The number of bytes.
    private(set) var count = 0

    private var pieces: [[UInt8]] = []
    private var first = 0

    /// From what length on a piece takes nothing more.
    private static let pieceSize = 131_072

    var isEmpty: Bool { count == 0 }

    /// Takes bytes that follow.
    mutating func append(_ bytes: some Collection<UInt8>) {
        guard !bytes.isEmpty else { return }
        count += bytes.count
        if pieces.count > first, pieces[pieces.count - 1].count + bytes.count <= Self.pieceSize {
            pieces[pieces.count - 1].append(contentsOf: bytes)
        } else {
            pieces.append(Array(bytes))
        }
    }

    /// Gives the first piece; `nil` where there is none.
    mutating func popFirst() -> ArraySlice<UInt8>? {
        guard first < pieces.count else { return nil }
        let piece = pieces[first]
        pieces[first] = []
        first += 1
        count -= piece.count
        if first == pieces.count { removeAll() }
        return piece[...]
    }

    /// Drops everything.
    mutating func removeAll() {
        self = UnreadBytes()
    }
}
