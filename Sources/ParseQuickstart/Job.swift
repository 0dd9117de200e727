import Foundation
import ParseKit

/// One run of the program, from its input to the last line.
struct Job {
    let request: QuickstartArguments
    let environment: [String: String]
    let console: Console
    let time: TimeSource

    func run() async throws {
        switch request.input {
        case .file(let path):
            let file = try SavedFile(path: path)
            let printing = Printing(console: console, time: time)
            try await show(file.decoded(by: ChunkDecoder()), file.decoded(by: BlockDecoder()), printing, run: nil)
        case .run(let id):
            try await stream(id, from: .fromEnvironment(environment))
        case .simulated:
            console.status("simulated service: no key and no network needed; the document is invented")
            let service = try DemoService(time: time)
            try await stream(service.runID, from: service.client())
        }
    }

    private func stream(_ id: String, from client: ParseClient) async throws {
        let began = time.now
        var lastStatus: ParseRun.Status?
        let run = try await client.waitForParseRun(id) { update in
            let line = "run \(id): \(update.status), \(Figures.time(update.elapsed))"
            if console.isInteractive {
                console.progress(line)
            } else if update.status != lastStatus {
                console.status(line)
            }
            lastStatus = update.status
        }
        if console.isInteractive { console.status("run \(id): \(run.status), \(Figures.time(time.now - began))") }
        let printing = Printing(console: console, time: time)
        try await show(client.chunks(of: id), client.blocks(of: id), printing, run: run)
    }

    private func show<Chunks: AsyncSequence, Blocks: AsyncSequence>(
        _ chunks: Chunks,
        _ blocks: Blocks,
        _ printing: Printing,
        run: ParseRun?
    ) async throws where Chunks.Element == Chunk, Blocks.Element == ChunkBlock {
        switch request.output {
        case .summary: try await printing.summary(of: chunks, run: run)
        case .chunks: try await printing.lines(of: chunks) { $0 }
        case .blocks: try await printing.lines(of: blocks) { $0.block }
        }
    }
}
