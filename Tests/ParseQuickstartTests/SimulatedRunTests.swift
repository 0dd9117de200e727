import Foundation
import ParseKit
import ParseTesting
import Testing

@testable import ParseQuickstart

@Suite("Without key and network")
struct SimulatedRunTests {
    private let document = SampleDocument(pages: 24, seed: 7).output

    @Test("The summary tells pages, chunks, blocks by type, credits, time, memory and the first lines")
    func summary() async {
        let run = await Transcript.of()
        #expect(run.status == 0)
        #expect(run.lines.contains("pages     24"))
        #expect(run.lines.contains("chunks    24: page 24"))
        let blocks = document.chunks.map(\.blocks.count).reduce(0, +)
        #expect(run.lines.contains { $0.hasPrefix("blocks    \(blocks): text ") && $0.contains("table 6") })
        #expect(run.lines.contains("credits   48"))
        #expect(run.lines.contains { $0.hasPrefix("time      ") })
        #expect(run.lines.contains("  Harbour Office, Report 101"))
    }

    @Test("A pipe gets a line for each status, and nothing that moves")
    func piped() async {
        let run = await Transcript.of()
        #expect(run.messageLines.count { $0.contains("PENDING") } == 1)
        #expect(run.messageLines.count { $0.contains("PROCESSING") } == 1)
        #expect(run.messageLines.count { $0.contains("PROCESSED") } == 1)
        #expect(!run.messages.contains("\r") && !run.messages.contains("\u{1B}"))
    }

    @Test("A terminal gets a line that moves and a bar that fills")
    func terminal() async {
        let run = await Transcript.of(isInteractive: true)
        #expect(run.messages.contains("\rrun ") || run.messages.contains("\u{1B}[Krun "))
        #expect(run.messages.contains("100 %"))
        #expect(!run.data.contains("\u{1B}"))
    }

    @Test("--chunks prints each chunk as one line of the API's own JSON")
    func chunks() async throws {
        let run = await Transcript.of("--chunks")
        let chunks = try run.lines.map { try JSONDecoder().decode(Chunk.self, from: Data($0.utf8)) }
        #expect(chunks == document.chunks)
        #expect(run.lines.allSatisfy { $0.contains(#""object":"chunk""#) && $0.contains(#""pageRange":{"#) })
    }

    @Test("--blocks prints each block as one line of the API's own JSON")
    func blocks() async throws {
        let run = await Transcript.of("--blocks")
        let blocks = try run.lines.map { try JSONDecoder().decode(Block.self, from: Data($0.utf8)) }
        #expect(blocks == document.chunks.flatMap(\.blocks))
    }

    @Test("--help explains itself")
    func help() async {
        let run = await Transcript.of("--help")
        #expect(run.status == 0)
        #expect(run.data.contains("parse-quickstart FILE.json"))
        #expect(run.messages.isEmpty)
    }
}
