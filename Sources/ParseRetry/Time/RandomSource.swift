import Synchronization

/// The one place chance comes from, so that a seed repeats a run exactly.
public struct RandomSource: Sendable {
    private let draw: @Sendable () -> Double

    /// Makes a source of a function.
    ///
    /// - Parameter unit: gives a number in `0..<1`, or 1 where the upper bound is to be pinned.
    public init(unit: @escaping @Sendable () -> Double) {
        self.draw = unit
    }

    /// The system's generator.
    public static let system = RandomSource { Double.random(in: 0..<1) }

    /// A generator that repeats the same numbers for the same seed.
    ///
    /// - Parameter seed: the seed; print it when a test fails.
    /// - Returns: the source, to be shared: each draw advances it.
    public static func seeded(_ seed: UInt64) -> RandomSource {
        let state = Mutex(SplitMix64(state: seed))
        return RandomSource { state.withLock { Double.random(in: 0..<1, using: &$0) } }
    }

    /// Always the same number: jitter pinned in a test.
    ///
    /// - Parameter unit: the number, from 0 to 1.
    /// - Returns: the source.
    public static func constant(_ unit: Double) -> RandomSource {
        RandomSource { unit }
    }

    /// A number between two bounds.
    ///
    /// - Parameter range: the bounds.
    /// - Returns: a number spread evenly between them.
    public func number(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + draw() * (range.upperBound - range.lowerBound)
    }
}

/// Steele, Lea and Flood's SplitMix64: small, fast, and every seed is a good one.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
