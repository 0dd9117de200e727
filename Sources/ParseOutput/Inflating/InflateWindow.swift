/// The bytes decoded last: those that matches reach back to, and behind them the piece that is under way.
struct InflateWindow: Sendable {
    /// How far back a match can reach.
    static let historyBytes = 32 << 10

    /// The most bytes of a piece.
    static let pieceBytes = 64 << 10

    /// A history and two pieces, so that bytes move once in two; `ContiguousArray`, as an array has no span before
    /// macOS 26.
    var storage: ContiguousArray<UInt8> = []

    /// Where the next byte goes.
    var end = 0

    /// The first byte that a match may reach back to.
    private(set) var memberStart = 0

    private var pieceStart = 0

    /// Begins a piece.
    ///
    /// - Parameter count: how many bytes it may have.
    /// - Returns: where it has to end.
    mutating func beginPiece(of count: Int) -> Int {
        if storage.isEmpty { storage = ContiguousArray(repeating: 0, count: Self.historyBytes + 2 * Self.pieceBytes) }
        let count = min(count, Self.pieceBytes)
        if storage.count - end < count { slide() }
        pieceStart = end
        return end + count
    }

    /// The piece so far.
    var piece: [UInt8] { pieceStart == end ? [] : Array(storage[pieceStart..<end]) }

    /// Forgets what matches can reach back to, as another member begins.
    mutating func beginMember() {
        memberStart = end
    }

    /// Moves the history to the front.
    private mutating func slide() {
        let shift = end - Self.historyBytes
        var bytes = storage.mutableSpan
        for index in 0..<Self.historyBytes { bytes[index] = bytes[shift &+ index] }
        end = Self.historyBytes
        memberStart = max(0, memberStart - shift)
    }
}
