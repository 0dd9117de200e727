/// The middle and the ends of what several rounds gave.
struct Spread: Equatable, Codable {
    let median: Double
    let minimum: Double
    let maximum: Double

    /// Sums up the rounds.
    ///
    /// - Parameter values: one value a round; `nil` comes out where there is none.
    init?(_ values: [Double]) {
        let sorted = values.sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        minimum = first
        maximum = last
        median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
