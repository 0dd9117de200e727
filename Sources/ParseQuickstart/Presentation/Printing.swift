import ParseKit

/// Prints a stream of elements: as lines of JSON, or as a summary at its end.
struct Printing {
    let console: Console
    let time: TimeSource

    /// Prints each element as a line of JSON.
    func lines<Elements: AsyncSequence, Line: Encodable>(
        of elements: Elements,
        _ line: (Elements.Element) -> Line
    ) async throws {
        let format = WireFormat()
        for try await element in elements {
            console.data(try format.line(line(element)))
        }
    }

    /// Gathers what is in the chunks and prints it.
    func summary<Chunks: AsyncSequence>(of chunks: Chunks, run: ParseRun?) async throws where Chunks.Element == Chunk {
        let began = time.now
        var summary = Summary()
        let pages = run?.metrics?.pageCount.flatMap { Int(exactly: $0.rounded()) }
        var progress = ProgressBar(console: console)
        for try await chunk in chunks {
            summary.add(chunk)
            progress.show(summary.lastPage, of: pages, chunks: summary.chunks)
        }
        console.endProgress()
        for line in summary.lines(run: run, time: time.now - began) { console.data(line) }
    }
}
