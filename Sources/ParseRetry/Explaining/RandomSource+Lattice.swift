import Synchronization

extension RandomSource {
    /// The numbers of one trial of many that together leave no gap: a point of a Richtmyer lattice.
    ///
    /// A thousand such trials tell a share to half a percent of all trials, where a thousand by chance miss it by three.
    ///
    /// - Parameter trial: which one, from 0.
    /// - Returns: the source; each draw is a dimension of its own, and what goes beyond the sixteenth comes by chance.
    static func lattice(trial: Int) -> RandomSource {
        let draws = Mutex(0)
        // The same dimension again would be the same number: waits that are drawn alike spread far wider in sum.
        let beyond = RandomSource.seeded(UInt64(trial))
        return RandomSource {
            let drawn = draws.withLock { drawn in
                defer { drawn += 1 }
                return drawn
            }
            guard drawn < steps.count else { return beyond.number(in: 0...1) }
            return ((Double(trial) + 0.5) * steps[drawn]).truncatingRemainder(dividingBy: 1)
        }
    }

    /// Roots of primes: no sum of multiples of them is whole.
    private static let steps = [2.0, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53].map { $0.squareRoot() }
}
