#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SimulationFigures {
    /// Writes the charts to a directory, which is made if it is not there.
    func draw(into directory: String) throws {
        let directory = URL(filePath: directory, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        for (name, sheet) in [("polling.svg", pollingSheet), ("outages.svg", outageSheet)] {
            try Data(sheet.svg.utf8).write(to: directory.appending(path: name))
        }
    }

    private var pollingSheet: ChartSheet {
        let lengths = PollingTrials.lengths
        let axis = ChartAxis.seconds("length of the run", 1.8...2000, ticks: [2, 10, 60, 300, 1800])
        return ChartSheet(
            title: "How late polling sees the end of a run, and how many polls it takes",
            summary: "Three schedules for runs from \(Quantity.duration(lengths.min() ?? 0)) to "
                + "\(Quantity.duration(lengths.max() ?? 0)), both axes logarithmic; the table has the numbers.",
            charts: [
                Chart(
                    title: "How late the end is seen",
                    x: axis,
                    y: .seconds("mean time from the end to the poll", 0.1...100, ticks: [0.1, 0.3, 1, 3, 10, 30, 100]),
                    series: pollingSeries(\.meanOvershootSeconds)
                ),
                Chart(
                    title: "How many polls it takes",
                    x: axis,
                    y: ChartAxis(
                        label: "mean number of polls",
                        scale: .logarithmic,
                        range: 1...300,
                        ticks: [1, 3, 10, 30, 100, 300].map { (Double($0), "\($0)") }
                    ),
                    series: pollingSeries(\.meanPolls)
                ),
            ]
        )
    }

    private func pollingSeries(_ value: KeyPath<PollingFigure, Double>) -> [ChartSeries] {
        PollingSchedule.allCases.map { schedule in
            ChartSeries(
                name: schedule.rawValue,
                points: polling.filter { $0.schedule == schedule }
                    .map { ChartSeries.Point(x: $0.runSeconds, y: $0[keyPath: value]) }
            )
        }
    }

    private var outageSheet: ChartSheet {
        ChartSheet(
            title: "Which outages a call survives",
            summary:
                "The share of calls of each profile that survive an outage, by its length; the table has the numbers.",
            charts: [
                Chart(
                    title: "Calls that survive an outage during which every attempt fails at once",
                    x: .seconds("length of the outage", 0.045...33, ticks: Simulation.outages),
                    y: ChartAxis(
                        label: "share of calls that survive",
                        scale: .linear,
                        range: 0...1,
                        ticks: [0, 25, 50, 75, 100].map { (Double($0) / 100, "\($0) %") }
                    ),
                    series: RetryProfile.allCases.reversed().map { profile in
                        ChartSeries(
                            name: ".\(profile.rawValue)",
                            points: outages.filter { $0.profile == profile }.map { figure in
                                ChartSeries.Point(
                                    x: figure.outageSeconds,
                                    y: figure.survival,
                                    isMarked: Simulation.outages.contains(figure.outageSeconds)
                                )
                            }
                        )
                    }
                )
            ]
        )
    }
}
