/// Measures one case in this process.
struct Meter {
    let subject: any BenchmarkCase
    let input: DocumentInput

    /// How long to go on calling where one call is too short to be timed; `nil` to call once.
    let duration: Duration?

    /// Reads the document as often as it takes.
    ///
    /// Memory and the first element are those of the first call, as an application would meet them.
    func measure() throws -> Sample {
        ResidentMemory.resetPeak()
        let memoryAtStart = ResidentMemory.current
        var first = FirstElement()
        var sample = try sample(calls: 1) { try subject.run(on: input, first: &first) }
        let peak = ResidentMemory.peak - memoryAtStart
        if let duration {
            // The first call is slow, since all it touches is new; the second tells how many fit.
            let warm = try self.sample(calls: 1, callAgain)
            let calls = Int((duration / .seconds(max(warm.wallSeconds, 1e-6))).rounded(.up))
            sample = try self.sample(calls: calls, callAgain)
        }
        sample.peakBytes = peak
        sample.firstElementSeconds = first.elapsed.map { $0 / .seconds(1) }
        return sample
    }

    private func callAgain() throws -> Tally {
        var first = FirstElement()
        return try subject.run(on: input, first: &first)
    }

    private func sample(calls: Int, _ body: () throws -> Tally) throws -> Sample {
        var tally = Tally()
        let allocationsAtStart = AllocationCount.current
        let cpuAtStart = ResourceUsage().cpuSeconds
        let start = ContinuousClock.now
        for _ in 0..<calls { tally = try body() }
        let wall = start.duration(to: .now) / .seconds(1)
        let cpu = ResourceUsage().cpuSeconds - cpuAtStart
        let allocations = AllocationCount.current.flatMap { end in
            allocationsAtStart.map { Double(end - $0) / Double(calls) }
        }
        return Sample(
            calls: calls,
            wallSeconds: wall / Double(calls),
            cpuSeconds: cpu / Double(calls),
            allocations: allocations,
            tally: tally
        )
    }
}
