import Foundation
import ParseModels
import Testing

@Suite("What users always write")
struct HelperTests {
    private func output() throws -> ParseRunOutput { try #require(Fixture.complete.run().output) }

    @Test("The text is all chunks' content, a blank line between them, empty ones left out")
    func text() throws {
        #expect(try output().text == "# Tide Table\n\nEnd")
        #expect(ParseRunOutput(chunks: []).text.isEmpty)
    }

    @Test("Blocks come in reading order, each before its children")
    func order() throws {
        let ids = try output().allBlocks.map(\.id)
        #expect(ids == ["block_1_aB3xY9", "block_1_t", "c11", "c00", "f", "b", "k", "m", "x", "p"])
        #expect(try output().allBlocks.onPage(1).map(\.id) == ["block_1_aB3xY9", "block_1_t"])
        #expect(try output().allBlocks.ofType(.tableCell).map(\.id) == ["c11"])
    }

    @Test("The walk survives any depth of children")
    func deep() {
        var block = Block(id: "leaf")
        for _ in 0..<5_000 { block = Block(children: [block]) }
        #expect(BlockDepth.count(block) == 5_001)
    }

    @Test("Boxes and outlines in shares of their page")
    func normalized() throws {
        let block = try output().chunks[0].blocks[0]
        #expect(block.normalizedBoundingBox == BoundingBox(left: 0.1, top: 0.1, right: 0.6, bottom: 0.2))
        #expect(block.normalizedPolygon?.first == Point(x: 0.1, y: 0.1))
        #expect(block.boundingBox.width == 500 && block.boundingBox.height == 200)
        #expect(block.boundingBox.center == Point(x: 350, y: 300))
        #expect(BoundingBox(around: block.polygon) == block.boundingBox)
        #expect(BoundingBox(around: []) == BoundingBox())
        // No edges, no page size, a page without height.
        #expect(try output().chunks[0].blocks[1].normalizedBoundingBox == nil)
        #expect(try output().chunks[2].blocks[0].normalizedBoundingBox == nil)
        #expect(try output().chunks[2].blocks[0].normalizedPolygon == nil)
        let page = PageReference(number: 1, width: 10, height: 10)
        #expect(BoundingBox(left: -5, top: 0, right: 20, bottom: .infinity).normalized(to: page) == nil)
        #expect(
            BoundingBox(left: -5, top: 0, right: 20, bottom: 5).normalized(to: page)
                == BoundingBox(left: 0, top: 0, right: 1, bottom: 0.5)
        )
    }

    @Test(
        "A rotation is one of four",
        arguments: [(0, 0), (90, 90), (-90, 270), (270, 270), (450, 90), (-360, 0), (359, 0), (46, 90), (Int.min, 270)]
    )
    func rotation(_ applied: Int, _ normalized: Int) {
        let expected =
            applied == .min ? PageMetadata(rotationApplied: (Int.min % 360 + 360) % 360).normalizedRotation : normalized
        #expect(PageMetadata(rotationApplied: applied).normalizedRotation == expected)
        #expect(PageMetadata().normalizedRotation == nil)
    }

    @Test("A table's cells as rows, whatever their indices")
    func table() throws {
        let rows = try output().chunks[0].blocks[1].tableRows
        #expect(rows.map { $0.map { $0?.id } } == [["c00", nil], [nil, "c11"]])
        func cell(_ id: String, _ row: Int, _ column: Int) -> Block {
            Block(id: id, details: .tableCell(TableCellDetails(rowIndex: row, columnIndex: column)))
        }
        let absurd = Block(children: [cell("a", 0, 0), cell("b", 2_000_000_000, .max), cell("again", 0, 0), Block()])
        #expect(absurd.tableRows.map { $0.map { $0?.id } } == [["a", nil], [nil, "b"]])
        let diagonal = Block(children: (0..<3_000).map { cell("\($0)", $0, $0) })
        #expect(diagonal.tableRows.count == 3_000 && diagonal.tableRows[7].map { $0?.id } == ["7"])
        #expect(Block().tableRows.isEmpty)
    }

    @Test("Usage tags, where there are any")
    func tags() {
        #expect(ParseRun(id: "a", status: .processed).usageTags.isEmpty)
        #expect(ParseRun(id: "a", status: .processed, metadata: ["extend:usage_tags": "no list"]).usageTags.isEmpty)
    }

    @Test("What a status and a failure mean")
    func meaning() {
        #expect([ParseRun.Status.processed, .failed, .cancelled].allSatisfy { $0.isTerminal })
        #expect([ParseRun.Status.pending, .processing, .cancelling].allSatisfy { !$0.isTerminal })
        #expect(FailureReason.ocrError.isWorthRetrying && FailureReason.internalError.isWorthRetrying)
        #expect(!FailureReason.corruptFile.isWorthRetrying && !FailureReason(rawValue: "NEW").isWorthRetrying)
    }
}

/// Counts blocks without recursion.
private enum BlockDepth {
    static func count(_ block: Block) -> Int {
        Chunk(blocks: [block]).allBlocks.reduce(0) { count, _ in count + 1 }
    }
}
