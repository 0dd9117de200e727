import ParseKit

/// What a person wants to know of an output: gathered chunk by chunk, in constant memory.
struct Summary {
    private(set) var chunks = 0
    private(set) var blocks = 0
    private(set) var lastPage = 0
    private var chunkTypes: [String: Int] = [:]
    private var blockTypes: [String: Int] = [:]
    private var beginning = ""

    /// How much of the text is shown.
    private static let shownLines = 6

    mutating func add(_ chunk: Chunk) {
        chunks += 1
        chunkTypes[chunk.type.rawValue, default: 0] += 1
        if let range = chunk.metadata.pageRange { lastPage = max(lastPage, range.end) }
        for block in chunk.blocks {
            blocks += 1
            blockTypes[block.type.rawValue, default: 0] += 1
            if let page = block.metadata.page { lastPage = max(lastPage, page.number) }
        }
        if beginning.count < 2_000 { beginning += chunk.content.prefix(2_000) + "\n" }
    }

    /// The lines of the summary.
    ///
    /// - Parameters:
    ///   - run: the run, where there was one.
    ///   - time: how long the streaming took.
    /// - Returns: the lines.
    func lines(run: ParseRun?, time: Duration) -> [String] {
        var lines = ["pages     \(run?.metrics?.pageCount.map(Figures.number) ?? "\(lastPage)")"]
        lines.append("chunks    \(chunks)\(Self.list(chunkTypes))")
        lines.append("blocks    \(blocks)\(Self.list(blockTypes))")
        if let credits = run?.usage?.credits { lines.append("credits   \(Figures.number(credits))") }
        lines.append("time      \(Figures.time(time)) to stream and decode")
        if let peak = PeakMemory.bytes { lines.append("memory    \(Figures.bytes(peak)) at the peak") }
        let text = beginning.split(whereSeparator: \.isNewline).prefix(Self.shownLines).map { "  \(Self.clip($0))" }
        if !text.isEmpty { lines += ["text"] + text }
        return lines
    }

    private static func list(_ counts: [String: Int]) -> String {
        let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return ordered.isEmpty ? "" : ": " + ordered.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    /// One line of a terminal, without anything in the document that could steer it.
    private static func clip(_ line: Substring) -> String {
        let printable = line.unicodeScalars.filter {
            !$0.properties.isDefaultIgnorableCodePoint && $0.value >= 0x20 && $0.value != 0x7F
        }
        let shown = String(String.UnicodeScalarView(printable))
        return shown.count > 100 ? shown.prefix(99) + "…" : shown
    }
}
