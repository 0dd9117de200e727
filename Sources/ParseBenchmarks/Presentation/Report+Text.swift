extension Report {
    /// The report as a table for each document.
    var text: String {
        ([heading] + results.map { "\($0.heading)\n\n\($0.table)" }).joined(separator: "\n\n")
    }

    private var heading: String {
        let isCounted = results.contains { $0.cases.contains { $0.allocations != nil } }
        let counting = isCounted ? "" : ", allocations unavailable"
        let warning = isOptimized ? "" : "\nBuilt for debugging: these numbers mean nothing."
        return """
            \(command)
            \(swift)
            seed \(seed), \(Quantity.count(rounds, "round")), pieces of \(pieceSize) bytes\(counting)\(warning)
            """
    }
}

extension PlanResult {
    fileprivate var heading: String {
        let parts = [(document.pages, "page"), (document.chunks, "chunk"), (document.blocks, "block")]
        let words = document.words > 0 ? [(document.words, "word")] : []
        return "\(workload.rawValue), \(Quantity.megabytes(document.bytes)): "
            + (parts + words).map(Quantity.count).joined(separator: ", ")
    }

    fileprivate var table: String {
        let baselines = cases.map(\.name).filter { name in cases.contains { $0.ratios[name] != nil } }
        var table = TextTable(
            columns: ["case", "MB/s", "min", "max", "wall", "CPU"] + baselines.map { "× \($0)" }
                + ["memory MiB", "first", "calls", "allocs", "allocs/block"]
        )
        for result in cases {
            let speed = result.megabytesPerSecond
            table.append(
                [result.name]
                    + [speed.median, speed.minimum, speed.maximum].map(Quantity.rounded)
                    + [result.wallSeconds.median, result.cpuSeconds.median].map(Quantity.time)
                    + baselines.map { Self.cell(result.ratios[$0], Quantity.rounded) }
                    + [
                        Self.cell(result.peakBytes) { Quantity.number($0 / 1_048_576, digits: 1) },
                        Self.cell(result.firstElementSeconds, Quantity.time),
                        "\(result.calls)",
                        Self.cell(result.allocations) { Quantity.number($0, digits: 0) },
                        Self.cell(result.allocationsPerBlock) { Quantity.number($0, digits: 2) },
                    ]
            )
        }
        return table.text
    }

    private static func cell(_ value: Double?, _ format: (Double) -> String) -> String {
        value.map(format) ?? "-"
    }
}
