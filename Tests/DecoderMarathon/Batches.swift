/// Does many independent pieces of work, as many at a time as there are processors, and tells how far it is.
struct Batches: Sendable {
    let title: String
    let items: Range<Int>
    let batch: Int
    let seconds: Double?

    /// - Parameter work: does one item.
    /// - Returns: the sum over all items that there was time for.
    func run(
        width: Int,
        _ work: @escaping @Sendable (Int) throws -> Tally,
        show: (Tally) -> String
    ) async throws -> Tally {
        let clock = ContinuousClock()
        let start = clock.now
        var shown = start
        var next = items.lowerBound
        return try await withThrowingTaskGroup(of: Tally.self) { group in
            var total = Tally()
            func add() {
                let part = next..<min(items.upperBound, next + batch)
                guard !part.isEmpty else { return }
                if let seconds, clock.now - start > .seconds(seconds) { return }
                next = part.upperBound
                group.addTask {
                    var tally = Tally()
                    for item in part { tally.add(try work(item)) }
                    return tally
                }
            }
            for _ in 0..<width { add() }
            while let tally = try await group.next() {
                total.add(tally)
                add()
                guard clock.now - shown > .seconds(5) else { continue }
                shown = clock.now
                Console.say("\(title): \(show(total)), \((shown - start).components.seconds) s")
            }
            Console.say("\(title): \(show(total)), \((clock.now - start).components.seconds) s, done")
            return total
        }
    }
}
