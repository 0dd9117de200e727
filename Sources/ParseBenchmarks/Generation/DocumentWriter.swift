/// Writes a workload's document of about a given size, page by page, whatever that size.
struct DocumentWriter {
    let workload: Workload
    let size: Int
    let seed: UInt64
    private let languages: Languages

    /// Says what to write.
    ///
    /// - Parameters:
    ///   - workload: what kind of document.
    ///   - size: about how many bytes; it ends at the page that comes closest, and has one at least.
    ///   - seed: what makes it the same every time.
    init(_ workload: Workload, size: Int, seed: UInt64) {
        self.workload = workload
        self.size = workload.fixedSize ?? size
        self.seed = seed
        self.languages = Languages(of: workload)
    }

    /// Writes the document.
    ///
    /// - Parameter path: the file to write.
    /// - Returns: what it holds.
    /// - Throws: why the file cannot be written.
    func write(to path: String) throws(BenchmarkFailure) -> DocumentStatistics {
        var sink = try FileSink(path: path)
        var statistics = DocumentStatistics()
        if workload.isRun { try sink.append(RunEnvelope().open) }
        try sink.append { $0.append(#"{"chunks":["#) }
        if workload.pagesPerChunk == nil {
            try writeSingleChunk(to: &sink, &statistics)
        } else {
            try writeChunks(to: &sink, &statistics)
        }
        try sink.append { $0.append("]") }
        if workload.chunksPerMille < 1000 { try writeWords(to: &sink, &statistics) }
        try sink.append { writeMetadata(to: &$0, pages: statistics.pages) }
        if workload.isRun { try sink.append(RunEnvelope().close) }
        try sink.flush()
        statistics.bytes = sink.count
        return statistics
    }

    private func writeChunks(
        to sink: inout FileSink, _ statistics: inout DocumentStatistics
    ) throws(BenchmarkFailure) {
        let end = size * workload.chunksPerMille / 1000
        var parts = ChunkParts()
        var lastPage = 0
        repeat {
            let first = statistics.pages + 1
            parts.removeAll()
            repeat {
                statistics.pages += 1
                let before = parts.count
                writePage(statistics.pages, to: &parts)
                lastPage = parts.count - before
            } while statistics.pages - first + 1 < workload.pagesPerChunk ?? 1
                && sink.count + parts.count + lastPage / 2 < end
            try sink.append { json in
                if statistics.chunks > 0 { json.append(",") }
                open(&json)
                json.append(parts.content)
                middle(&json, pages: first...statistics.pages)
                json.append(parts.blocks)
                json.append("]}")
            }
            statistics.chunks += 1
            statistics.blocks += parts.blockCount
        } while sink.count + lastPage / 2 < end
    }

    /// Writes the text of every page first and then the blocks of every page, which takes making each page twice.
    private func writeSingleChunk(
        to sink: inout FileSink, _ statistics: inout DocumentStatistics
    ) throws(BenchmarkFailure) {
        var parts = ChunkParts()
        var bytes = 0
        try sink.append(open)
        repeat {
            statistics.pages += 1
            parts.removeAll()
            writePage(statistics.pages, to: &parts)
            bytes += parts.count
            try sink.append { json in
                if statistics.pages > 1 { json.append(#"\n\n"#) }
                json.append(parts.content)
            }
        } while bytes + parts.count / 2 < size
        try sink.append { middle(&$0, pages: 1...statistics.pages) }
        for number in 1...statistics.pages {
            parts.removeAll()
            writePage(number, to: &parts)
            try sink.append { json in
                if number > 1 { json.append(",") }
                json.append(parts.blocks)
            }
            statistics.blocks += parts.blockCount
        }
        try sink.append { $0.append("]}") }
        statistics.chunks = 1
    }

    private func writePage(_ number: Int, to parts: inout ChunkParts) {
        var page = Page(number, seed: seed, languages: languages)
        page.write(to: &parts, limit: workload.blocksPerPage)
    }

    private func writeWords(to sink: inout FileSink, _ statistics: inout DocumentStatistics) throws(BenchmarkFailure) {
        var random = RandomSource(seed: seed, stream: -1)
        let start = sink.count
        let end = max(size, start + 1)
        try sink.append { $0.append(#","ocr":{"words":["#) }
        repeat {
            // In proportion, so that the words of the last page come last.
            let page = 1 + (sink.count - start) * statistics.pages / (end - start)
            let word = OCRWord(page: page, seed: seed, languages: languages, from: &random)
            try sink.append { json in
                if statistics.words > 0 { json.append(",") }
                word.write(to: &json)
            }
            statistics.words += 1
        } while sink.count < end
        try sink.append { $0.append("]}") }
    }
}
