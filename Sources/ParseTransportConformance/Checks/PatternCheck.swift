import LoopbackServer

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Compares a generated body with its pattern, a piece at a time.
struct PatternCheck {
    private(set) var offset = 0
    private(set) var isIntact = true

    private static let period = 251
    private static let stretch = period * 512

    /// A stretch that begins anywhere in a period; as `Data`, which compares quickly in debug builds, too.
    private static let pattern = Data((0..<(stretch + period)).map(LoopbackAnswer.patternByte(at:)))

    mutating func check(_ piece: ArraySlice<UInt8>) {
        var rest = piece
        while !rest.isEmpty {
            let start = offset % Self.period
            let part = rest.prefix(Self.stretch)
            if Data(part) != Self.pattern[start..<(start + part.count)] { isIntact = false }
            offset += part.count
            rest = rest.dropFirst(part.count)
        }
    }
}
