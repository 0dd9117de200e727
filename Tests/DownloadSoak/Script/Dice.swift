import ParseRetry

/// Chance for one part of a script, from a seed.
struct Dice: Sendable {
    /// The same chance in the form that what is tested takes.
    let source: RandomSource

    init(_ seed: UInt64) {
        source = .seeded(seed)
    }

    /// From 0 to one less than so many.
    func below(_ count: Int) -> Int {
        min(count - 1, Int(source.number(in: 0...1) * Double(count)))
    }

    func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// Small numbers as often as large ones: evenly spread over the powers of two.
    func spread(_ range: ClosedRange<Int>) -> Int {
        let bits = Int(Double(range.count).exponent) + 1
        let top = min(range.count, 1 << within(0...bits))
        return range.lowerBound + below(top)
    }

    /// Whether something happens that has so many chances in a hundred.
    func happens(_ percent: Int) -> Bool {
        below(100) < percent
    }

    func pick<Element>(_ choices: [Element]) -> Element {
        choices[below(choices.count)]
    }

    /// Seconds with a fraction, so that no two waits end together by accident.
    func seconds(_ range: ClosedRange<Double>) -> Duration {
        .microseconds(Int(source.number(in: range) * 1_000_000))
    }

    /// A seed for another part.
    func seed() -> UInt64 {
        UInt64(below(1 << 52))
    }
}
