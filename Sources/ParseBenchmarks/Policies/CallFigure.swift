/// What one kind of call came to over all rounds.
struct CallFigure: Codable {
    let kind: CallKind
    let wallSeconds: Spread
    let cpuSeconds: Spread

    /// How many times the wall time of the bare transport in the same round.
    let ratio: Spread

    /// `nil` where they are not counted.
    let allocations: Spread?

    /// By how much the process grew.
    let keptBytes: Spread

    init?(_ kind: CallKind, _ samples: [CallSample], over baseline: [CallSample]) {
        guard let wall = Spread(samples.map(\.wallSeconds)), let cpu = Spread(samples.map(\.cpuSeconds)),
            let kept = Spread(samples.map(\.keptBytes)),
            let ratio = Spread(zip(samples, baseline).map { $0.wallSeconds / $1.wallSeconds })
        else { return nil }
        self.kind = kind
        self.wallSeconds = wall
        self.cpuSeconds = cpu
        self.ratio = ratio
        self.keptBytes = kept
        self.allocations = Spread(samples.compactMap(\.allocations))
    }
}
