import ParseRetry

/// Runs of about one length, waited for by one schedule again and again.
struct PollingTrials {
    let schedule: PollingSchedule

    /// The length in seconds; each run ends within a tenth of it to either side.
    let length: Double
    let seed: UInt64

    static let count = 10_000
    static let lengths: [Double] = [2, 5, 10, 30, 60, 120, 300, 900, 1800]

    /// Waits for them all; a look takes no time.
    func figure() -> PollingFigure {
        var overshoot = 0.0
        var looks = 0
        for trial in 0..<Self.count {
            // The same ends for every schedule.
            let random = ParseRetry.RandomSource.seeded(seed &* 1_000_003 &+ UInt64(trial))
            let end = Duration.seconds(length * random.number(in: 0.9...1.1))
            var now = Duration.zero
            var count = 1
            while now < end {
                now += schedule.delay(after: now, looks: count, random: random)
                count += 1
            }
            overshoot += (now - end) / .seconds(1)
            looks += count
        }
        return PollingFigure(
            schedule: schedule,
            runSeconds: length,
            meanOvershootSeconds: overshoot / Double(Self.count),
            meanPolls: Double(looks) / Double(Self.count)
        )
    }
}
