import LoopbackServer

/// Compares a generated body with its pattern, a piece at a time.
struct PatternReader {
    private(set) var offset = 0

    private static let period = 251

    /// Longer than any piece, so that a piece beginning anywhere in the pattern is one slice of it.
    private static let pattern = Array(
        repeatElement((0..<period).map(LoopbackAnswer.patternByte(at:)), count: 8_192).joined())

    /// Answers whether a piece is what follows.
    mutating func takes(_ piece: ArraySlice<UInt8>) -> Bool {
        let start = offset % Self.period
        offset += piece.count
        return piece.isSame(as: Self.pattern[start...].prefix(piece.count))
    }
}
