/// What the policies around a call were measured to cost.
struct PolicyFigures: Codable {
    let command: String
    let swift: String
    let isOptimized: Bool

    /// How long the answer is that every measured call gets.
    let answerBytes: Int
    let calls: [CallFigure]
    let throughput: [ThroughputFigure]

    var text: String {
        [heading, callTable, throughputTable].joined(separator: "\n\n")
    }

    private var heading: String {
        let warning = isOptimized ? "" : "\nBuilt for debugging: these numbers mean nothing."
        return "\(command)\n\(swift)\none successful call, an answer of \(answerBytes) bytes in memory\(warning)"
    }

    private var callTable: String {
        var table = TextTable(
            columns: ["call", "what", "wall", "min", "max", "CPU", "× bare", "allocs", "grows by B"],
            wordColumns: 2
        )
        for call in calls {
            let wall = call.wallSeconds
            table.append(
                [call.kind.rawValue, call.kind.summary]
                    + [wall.median, wall.minimum, wall.maximum, call.cpuSeconds.median].map(Quantity.time)
                    + [
                        Quantity.rounded(call.ratio.median),
                        call.allocations.map { Quantity.number($0.median, digits: 1) } ?? "-",
                        Quantity.number(call.keptBytes.median, digits: 0),
                    ]
            )
        }
        return table.text
    }

    private var throughputTable: String {
        var table = TextTable(columns: ["calls at once of the simulated service", "requests/s", "min", "max"])
        for figure in throughput {
            let speed = figure.requestsPerSecond
            table.append(
                ["\(figure.concurrentCalls)"]
                    + [speed.median, speed.minimum, speed.maximum].map { Quantity.number($0, digits: 0) }
            )
        }
        return table.text
    }
}
