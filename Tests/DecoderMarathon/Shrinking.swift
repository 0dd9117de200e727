/// Makes a document that fails smaller for a few seconds, as long as it goes on failing in the same way.
enum Shrinking {
    static func smallest(_ failure: Failure, seed: UInt64) -> Failure {
        var smallest = failure
        let clock = ContinuousClock()
        let end = clock.now + .seconds(10)
        var length = max(1, failure.document.count / 2)
        while true {
            var isSmaller = false
            var start = 0
            while start < smallest.document.count, clock.now < end {
                var bytes = smallest.document
                bytes.removeSubrange(start..<min(bytes.count, start + length))
                if let smaller = self.failure(of: bytes, seed: seed, item: failure.item), smaller.kind == failure.kind {
                    smallest = smaller
                    isSmaller = true
                } else {
                    start += length
                }
            }
            if length == 1 && !isSmaller || clock.now >= end { return smallest }
            length = max(1, length / 2)
        }
    }

    private static func failure(of bytes: [UInt8], seed: UInt64, item: Int) -> Failure? {
        var random = Seeded(seed, item: item)
        var comparison = Comparison(bytes, item: item)
        do throws(Failure) { try comparison.run(&random) } catch { return error }
        return nil
    }
}
