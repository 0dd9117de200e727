/// What the rounds gave for one case.
struct CaseResult: Codable {
    let name: String
    let calls: Int
    let wallSeconds: Spread
    let cpuSeconds: Spread
    let megabytesPerSecond: Spread

    /// How many times faster it is than each baseline: the median of the rounds' ratios.
    let ratios: [String: Double]
    let peakBytes: Double?
    let firstElementSeconds: Double?
    let allocations: Double?
    let allocationsPerBlock: Double?
    let tally: Tally

    /// Sums up the samples of one case.
    ///
    /// - Parameters:
    ///   - name: the case.
    ///   - samples: one a round.
    ///   - baselines: the samples of each baseline in the same rounds.
    ///   - document: what was read.
    init?(name: String, samples: [Sample], baselines: [String: [Sample]], document: DocumentStatistics) {
        let megabytes = Double(document.bytes) / 1e6
        // A clock of microseconds may not have moved at all.
        let cpu = samples.map { max($0.cpuSeconds, 1e-9) }
        guard let last = samples.last, let wallSeconds = Spread(samples.map(\.wallSeconds)),
            let cpuSeconds = Spread(cpu), let megabytesPerSecond = Spread(cpu.map { megabytes / $0 })
        else { return nil }
        self.name = name
        self.calls = last.calls
        self.wallSeconds = wallSeconds
        self.cpuSeconds = cpuSeconds
        self.megabytesPerSecond = megabytesPerSecond
        ratios = baselines.compactMapValues { other in
            Spread(zip(other, cpu).map { $0.cpuSeconds / $1 })?.median
        }
        peakBytes = Spread(samples.compactMap { $0.peakBytes.map(Double.init) })?.median
        firstElementSeconds = Spread(samples.compactMap(\.firstElementSeconds))?.median
        allocations = Spread(samples.compactMap(\.allocations))?.median
        tally = last.tally
        allocationsPerBlock = allocations.flatMap { allocations in
            // Words are of OCR what blocks are elsewhere.
            let elements = (last.tally.blocks ?? 0) + (last.tally.words ?? 0)
            return elements > 0 ? allocations / Double(elements) : nil
        }
    }
}
