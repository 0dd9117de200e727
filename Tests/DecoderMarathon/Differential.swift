/// Makes documents by seed, damages about half of them, and compares what everybody makes of each.
struct Differential: Sendable {
    let seed: UInt64

    func run(item: Int) throws(Failure) -> Tally {
        var random = Seeded(seed, item: item)
        var comparison = Comparison(document(&random), item: item)
        do throws(Failure) {
            try comparison.run(&random)
        } catch {
            Console.say("\(error)\nthe smallest document that fails in the same way:")
            throw Shrinking.smallest(error, seed: seed)
        }
        return comparison.tally
    }

    /// The document of an item, made again at will.
    func document(item: Int) -> [UInt8] {
        var random = Seeded(seed, item: item)
        return document(&random)
    }

    private func document(_ random: inout Seeded) -> [UInt8] {
        var bytes = OutputWriter.document(&random)
        guard random.happens(500) else { return bytes }
        for _ in 0..<random.pick([1, 1, 1, 2, 4]) {
            var other = Seeded(random.next())
            Damage.apply(to: &bytes, with: { OutputWriter.document(&other) }, &random)
        }
        return bytes
    }
}
