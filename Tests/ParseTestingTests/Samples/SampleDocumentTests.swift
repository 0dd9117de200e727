import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("A sample document is as real ones are")
struct SampleDocumentTests {
    private let document = SampleDocument(pages: 8, seed: 3, includesOCR: true)

    private func encoded(_ output: ParseRunOutput) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(output))
    }

    @Test("Its pieces are its encoded output, byte for byte", arguments: [1, 2, 7], [false, true])
    func pieces(pages: Int, includesOCR: Bool) throws {
        let document = SampleDocument(pages: pages, seed: 11, includesOCR: includesOCR)
        let whole = try encoded(document.output)
        #expect(Array(document.pieces.joined()) == whole)
        #expect(Array(document.pieces).count == pages * (includesOCR ? 4 : 2))
    }

    @Test("The first pages of a document of any size are there at once")
    func huge() throws {
        let huge = SampleDocument(pages: 1_000_000, seed: 11)
        let small = SampleDocument(pages: 3, seed: 11)
        #expect(Array(huge.pieces.prefix(2)) == Array(small.pieces.prefix(2)))
    }

    @Test("It reads back as the same value")
    func decodes() throws {
        let read = try JSONDecoder().decode(ParseRunOutput.self, from: Data(document.pieces.joined()))
        #expect(read == document.output)
    }

    @Test("The same seed gives the same document, another seed another one, and OCR changes no block")
    func seeds() {
        #expect(SampleDocument(pages: 3, seed: 9).output == SampleDocument(pages: 3, seed: 9).output)
        #expect(SampleDocument(pages: 3, seed: 9).output != SampleDocument(pages: 3, seed: 10).output)
        let plain = SampleDocument(pages: 8, seed: 3)
        #expect(plain.output.chunks == document.output.chunks && plain.output.ocr == nil)
        let chunks = document.output.chunks
        #expect(Set(chunks.map(\.content)).count == chunks.count)
    }

    @Test("It has every type of block, and children name their parents and lie within them")
    func blocks() throws {
        let blocks = Array(document.output.allBlocks)
        #expect(Set(blocks.map(\.type)).count == 13)
        #expect(Set(blocks.map(\.id)).count == blocks.count)
        let tables = blocks.filter { $0.type == .table }
        #expect(!tables.isEmpty)
        for table in tables {
            #expect(table.details == .table(TableDetails(rowCount: 4, columnCount: 3)))
            #expect(table.children.count == 12)
            for cell in table.children {
                #expect(cell.parentBlockID == table.id)
                #expect(cell.type == .tableHead || cell.type == .tableCell)
                let (inner, outer) = (cell.boundingBox, table.boundingBox)
                let (left, right) = (try #require(inner.left), try #require(inner.right))
                let (first, last) = (try #require(outer.left), try #require(outer.right))
                #expect(left >= first && right <= last + 0.001)
            }
        }
        for block in blocks {
            let least = try #require(block.metadata.minOCRConfidence)
            let average = try #require(block.metadata.avgOCRConfidence)
            #expect(least <= average)
        }
    }

    @Test("Its lines are made of its words, and both name blocks that are there")
    func ocr() throws {
        let output = document.output
        let (words, lines) = (try #require(output.ocr?.words), try #require(output.ocr?.lines))
        let ids = Set(output.allBlocks.map(\.id))
        #expect(words.compactMap(\.blockID).allSatisfy(ids.contains))
        #expect(lines.compactMap(\.blockID).allSatisfy(ids.contains))
        #expect(lines.count < words.count && lines.allSatisfy { !$0.content.isEmpty })
        let inLines = lines.flatMap { $0.content.split(separator: " ").map(String.init) }
        #expect(inLines == words.filter { $0.blockID != nil }.map(\.content))
        #expect(words.filter { $0.blockID == nil }.count == 8)
        #expect(Set(words.compactMap(\.pageNumber)) == Set(1...8))
    }

    @Test("Its text is of several scripts in both directions, with marks, joined emoji and characters to escape")
    func unicode() {
        let blocks = Array(document.output.allBlocks)
        let text = blocks.map(\.content).joined(separator: "\n")
        let scalars = Set(text.unicodeScalars)
        // Latin beyond ASCII, Greek, Cyrillic, Hebrew, Arabic, Devanagari, Thai, Han, Hangul.
        let scripts: [ClosedRange<UInt32>] = [
            0xC0...0x17F, 0x370...0x3FF, 0x400...0x4FF, 0x590...0x5FF, 0x600...0x6FF, 0x900...0x97F, 0xE00...0xE7F,
            0x4E00...0x9FFF, 0xAC00...0xD7AF,
        ]
        for script in scripts { #expect(scalars.contains { script.contains($0.value) }, "\(script)") }
        #expect(scalars.contains("\u{301}") && scalars.contains("\u{200D}") && scalars.contains("\u{200C}"))
        #expect(scalars.contains { $0.value > 0xFFFF })
        #expect(text.contains("\"") && text.contains("\\"))
        let directed = blocks.filter { $0.metadata.textDirection == .rightToLeft }
        #expect(directed.count == 8)
    }

    @Test("Its pages were turned every way")
    func rotation() throws {
        let pages = try #require(document.output.metadata?.pages)
        #expect(pages.map(\.number) == Array(1...8))
        #expect(Set(pages.map(\.normalizedRotation)) == [0, 90, 180, 270])
        #expect(pages.contains { ($0.rotationApplied ?? 0) < 0 })
    }
}
