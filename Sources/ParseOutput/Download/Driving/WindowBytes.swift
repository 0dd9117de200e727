import Synchronization

/// The bytes of a window that is fetched ahead.
///
/// Their memory serves one window after the other: what many threads fill and empty in turn, a heap with a part for each
/// thread would otherwise hold several times.
final class WindowBytes: Sendable {
    private let state = Mutex(State())

    private struct State {
        var bytes: [UInt8] = []
        var taken = 0
        var isDrained = false
    }

    /// How many are handed out at a time.
    private static let pieceSize = 65_536

    /// How many have come in all.
    var received: Int64 { state.withLock { Int64($0.bytes.count) } }

    /// What another window may be taken into: this, if all of it has been taken out.
    func recycled() -> WindowBytes {
        state.withLock { state in
            guard state.isDrained else { return WindowBytes() }
            state.bytes.removeAll(keepingCapacity: true)
            state.taken = 0
            state.isDrained = false
            return self
        }
    }

    /// Makes room.
    ///
    /// - Parameter count: how many bytes will come at most.
    func reserve(_ count: Int) {
        state.withLock { $0.bytes.reserveCapacity(count) }
    }

    /// Takes the bytes that follow.
    func append(_ piece: ArraySlice<UInt8>) {
        state.withLock { $0.bytes += piece }
    }

    /// Gives the bytes that come next; `nil` once all are gone.
    func popFirst() -> ArraySlice<UInt8>? {
        state.withLock { state in
            let piece = state.bytes[state.taken...].prefix(Self.pieceSize)
            state.taken += piece.count
            state.isDrained = piece.isEmpty
            // A copy, or the memory could not be used again.
            return piece.isEmpty ? nil : Array(piece)[...]
        }
    }
}
