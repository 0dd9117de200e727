/// SplitMix64: fast, good enough for invented documents, and the same on every platform.
struct RandomSource {
    private var state: UInt64

    /// Starts a sequence of its own for each stream of a seed, so that any page can be made again without the others.
    init(seed: UInt64, stream: Int) {
        state = seed &+ UInt64(truncatingIfNeeded: stream) &* 0xD1B5_4A32_D192_ED03
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of the range; the slight bias of the multiplication does not matter here.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        let span = UInt64(range.upperBound - range.lowerBound + 1)
        return range.lowerBound + Int(next().multipliedFullWidth(by: span).high)
    }

    /// Whether something happens that does in so many of a thousand cases.
    mutating func happens(perMille: Int) -> Bool {
        number(1...1000) <= perMille
    }

    /// One of these.
    mutating func element<Choices: RandomAccessCollection>(of choices: Choices) -> Choices.Element
    where Choices.Index == Int {
        choices[number(choices.startIndex...choices.endIndex - 1)]
    }
}
