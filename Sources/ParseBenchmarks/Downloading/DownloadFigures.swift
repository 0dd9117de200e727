/// What downloads were measured to cost.
struct DownloadFigures: Codable {
    let command: String
    let swift: String
    let isOptimized: Bool

    /// A download with resets.
    let resumed: FetchResult

    /// A slow reader of a large document, by the kind of download.
    let slow: [String: FetchResult]

    /// The document of the whole way.
    let document: DocumentStatistics

    /// The seconds that `curl -o /dev/null` took for it, a value a round; none where it is not installed.
    let curl: [Double]

    /// The same for each kind of download.
    let rounds: [String: [FetchResult]]

    var text: String {
        [heading, resumedTable, slowTable, wayTable].joined(separator: "\n\n")
    }

    private var heading: String {
        "\(command)\n\(swift)" + (isOptimized ? "" : "\nBuilt for debugging: these numbers mean nothing.")
    }

    private var resumedTable: String {
        var table = TextTable(columns: ["resets", "document", "resumes", "over the wire", "× document"])
        let ratio = Double(resumed.wireBytes) / Double(resumed.deliveredBytes)
        table.append([
            "\(DownloadRunner.resets)", Quantity.megabytes(Int(resumed.deliveredBytes)), "\(resumed.resumes)",
            Quantity.megabytes(Int(resumed.wireBytes)), Quantity.number(ratio, digits: 6),
        ])
        return table.text
    }

    private var slowTable: String {
        var table = TextTable(columns: ["slow reader", "document", "requests", "memory MiB", "seconds"])
        for (kind, result) in slow.sorted(by: { $0.key < $1.key }) {
            table.append([
                kind, Quantity.megabytes(Int(result.deliveredBytes)), "\(result.opens)",
                Quantity.number(Double(result.peakBytes) / 1_048_576, digits: 1), Quantity.rounded(result.seconds),
            ])
        }
        return table.text
    }

    private var wayTable: String {
        var table = TextTable(columns: [
            "\(Quantity.megabytes(document.bytes)) from loopback", "MB/s", "min", "max", "× curl",
        ])
        func row(_ name: String, _ seconds: [Double], over baseline: [Double]) -> [String] {
            let speeds = Spread(seconds.map { Double(document.bytes) / 1e6 / $0 })
            let ratio = Spread(zip(baseline, seconds).map { $0 / $1 })?.median
            return [name]
                + [speeds?.median, speeds?.minimum, speeds?.maximum, ratio].map { $0.map(Quantity.rounded) ?? "-" }
        }
        table.append(row("curl -o /dev/null", curl, over: curl))
        for (kind, results) in rounds.sorted(by: { $0.key < $1.key }) {
            table.append(row(kind, results.map(\.seconds), over: curl))
        }
        return table.text
    }
}
