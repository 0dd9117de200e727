import LoopbackServer

/// Compares a generated body with its pattern, a piece at a time.
struct PatternCheck {
    private(set) var offset = 0
    private(set) var isIntact = true

    /// Two periods, so that a period beginning anywhere is one slice.
    private static let periods = (0..<502).map(LoopbackAnswer.patternByte(at:))

    mutating func check(_ piece: ArraySlice<UInt8>) {
        var rest = piece
        while !rest.isEmpty {
            let start = offset % 251
            let part = rest.prefix(251)
            if !part.elementsEqual(Self.periods[start..<(start + part.count)]) { isIntact = false }
            offset += part.count
            rest = rest.dropFirst(part.count)
        }
    }
}
