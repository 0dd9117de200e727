import Foundation
import ParseModels
import Testing

@testable import ParseBenchmarks

@Suite("Invented documents")
struct DocumentWriterTests {
    @Test("The same seed makes the same bytes, another seed others", arguments: Workload.allCases)
    func determinism(_ workload: Workload) throws {
        let bytes = try GeneratedDocument(workload).bytes
        #expect(try GeneratedDocument(workload).bytes == bytes)
        #expect(try GeneratedDocument(workload, seed: 2).bytes != bytes)
    }

    @Test("They have the size asked for, within half a page", arguments: Workload.allCases)
    func size(_ workload: Workload) throws {
        let wanted = workload.fixedSize ?? 300_000
        let document = try GeneratedDocument(workload, size: wanted)
        #expect(document.statistics.bytes == document.bytes.count)
        #expect(abs(document.bytes.count - wanted) < 25_000)
    }

    @Test("Every case finds in them what the generator and JSONDecoder say is there", arguments: Workload.allCases)
    func agreement(_ workload: Workload) throws {
        let document = try GeneratedDocument(workload)
        let expected = try document.tally(of: "json")
        #expect(expected.chunks == document.statistics.chunks)
        #expect(expected.blocks == document.statistics.blocks)
        #expect(expected.words ?? 0 == document.statistics.words)
        for subject in BenchmarkCases.all where subject.suits(workload) {
            #expect(try document.tally(of: subject.name).disagreements(with: expected) == [])
        }
    }

    @Test("Pages are as real ones are in size, text and escapes")
    func statistics() throws {
        let document = try GeneratedDocument(.pages, size: 2_000_000)
        let statistics = document.statistics
        #expect((30_000...33_000).contains(statistics.bytes / statistics.chunks))
        #expect((980...1080).contains(statistics.bytes / statistics.blocks))
        let tally = try document.tally(of: "chunks")
        let text = (tally.chunkText ?? 0) + (tally.blockText ?? 0)
        #expect((440...480).contains(text * 1000 / statistics.bytes))
        #expect((20...30).contains(document.perMille { $0 >= 0x80 }))
        #expect((8...12).contains(document.perMille { $0 == UInt8(ascii: "\\") }))
    }

    @Test("Chunks have the sizes their names promise, and escaped text is ASCII")
    func shapes() throws {
        let sections = try GeneratedDocument(.sections, size: 2_000_000).statistics
        #expect((110_000...140_000).contains(sections.bytes / sections.chunks))
        #expect(try GeneratedDocument(.document).statistics.chunks == 1)
        #expect(try GeneratedDocument(.cjk).perMille { $0 >= 0x80 } > 350)
        #expect(try GeneratedDocument(.escaped).perMille { $0 >= 0x80 } == 0)
    }

    @Test("A run has its output inside, with everything that stands around it")
    func run() throws {
        let run = try JSONDecoder().decode(ParseRun.self, from: try GeneratedDocument(.smallRun).bytes)
        #expect(run.status == .processed)
        #expect(run.output?.chunks.count == 1)
        #expect(run.output?.metadata?.pages?.count == 1)
        #expect(run.file != nil && run.config != nil && run.usage != nil && run.metrics != nil)
    }
}
