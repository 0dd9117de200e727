/// What was simulated.
struct SimulationFigures: Codable {
    let command: String
    let polling: [PollingFigure]
    let profiles: [ProfileFigure]
    let outages: [OutageFigure]

    /// The tables in Markdown.
    var text: String {
        [command, pollingTable, profileTable, outageTable].joined(separator: "\n\n")
    }

    private var pollingTable: String {
        let names = PollingSchedule.allCases.flatMap { ["\($0.rawValue): late by", "polls"] }
        var table = MarkdownTable(columns: ["run of"] + names)
        for length in PollingTrials.lengths {
            let figures = polling.filter { $0.runSeconds == length }
            table.append(
                [Quantity.duration(length)]
                    + PollingSchedule.allCases.flatMap { schedule in
                        figures.filter { $0.schedule == schedule }.flatMap { figure in
                            [
                                Quantity.rounded(figure.meanOvershootSeconds) + " s",
                                Quantity.number(figure.meanPolls, digits: 1),
                            ]
                        }
                    }
            )
        }
        return table.text
    }

    private var profileTable: String {
        var table = MarkdownTable(columns: ["profile", "attempts", "gives up after", "at the latest after"])
        for figure in profiles {
            table.append([
                "`.\(figure.profile.rawValue)`", "\(figure.attempts)",
                Quantity.rounded(figure.shortestSeconds) + " s", Quantity.rounded(figure.longestSeconds) + " s",
            ])
        }
        return table.text
    }

    private var outageTable: String {
        let profiles = RetryProfile.allCases
        var table = MarkdownTable(columns: ["outage of"] + profiles.map { "`.\($0.rawValue)`" })
        for length in Simulation.outages {
            let figures = outages.filter { $0.outageSeconds == length }
            table.append(
                [Quantity.duration(length)]
                    + profiles.flatMap { profile in figures.filter { $0.profile == profile }.map(\.text) }
            )
        }
        return table.text
    }
}
