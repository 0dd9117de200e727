/// Plays through what polling and retries come to, on clocks that jump.
struct Simulation {
    let seed: UInt64
    let console: Console

    /// Those of the table.
    static let outages: [Double] = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30]

    /// Between them, where a line would otherwise cut a corner.
    static let between: [Double] = [0.07, 0.14, 0.3, 0.4, 0.7, 1.4, 1.7, 2.5, 3, 3.5, 7, 14, 16, 18, 22, 24, 26, 28]

    /// Not on the main actor, as every way back to it would cost a turn of its queue.
    @concurrent
    func run() async -> SimulationFigures {
        var polling: [PollingFigure] = []
        for length in PollingTrials.lengths {
            console.status("runs of \(Quantity.duration(length))")
            for schedule in PollingSchedule.allCases {
                polling.append(PollingTrials(schedule: schedule, length: length, seed: seed).figure())
            }
        }
        var profiles: [ProfileFigure] = []
        var outages: [OutageFigure] = []
        for profile in RetryProfile.allCases {
            profiles.append(await .measured(profile))
            for length in (Self.outages + Self.between).sorted() {
                console.status("\(profile.rawValue): an outage of \(Quantity.duration(length))")
                outages.append(await .measured(profile, outage: length))
            }
        }
        return SimulationFigures(
            command: "parse-benchmarks --simulate DIRECTORY --seed \(seed)",
            polling: polling,
            profiles: profiles,
            outages: outages
        )
    }
}
