import ParseKit

/// An invoice that nobody has sent, as the service would read it: a page in three chunks.
enum InventedInvoice {
    private static let rows = [
        ["Item", "Quantity", "Amount"], ["Mooring line, 40 m", "2", "118.00 €"], ["Fender, grey", "6", "204.60 €"],
        ["Delivery", "1", "19.90 €"], ["Total", "", "342.50 €"],
    ]

    static var output: ParseRunOutput {
        let heading = block("heading", .heading, "Invoice 2026-0417", top: 120, height: 60)
        let entries = [
            ("Number", "2026-0417"), ("Date", "24 November 2026"), ("From", "Quay & Sons, Harbour Street 7"),
            ("To", "Café Régate, Långholmen"),
        ].enumerated().map { index, entry in
            var block = block(
                "entry\(index)", .keyValue, "\(entry.0): \(entry.1)", top: 220 + Double(index) * 44, height: 32)
            block.details = .keyValue
            return block
        }
        let closing = block("closing", .text, "Payable within 30 days. Thank you for your order.", top: 760, height: 36)
        return ParseRunOutput(
            chunks: [chunk([heading] + entries), chunk([table]), chunk([closing])],
            metadata: OutputMetadata(
                originalMIMEType: "application/pdf",
                finalMIMEType: "application/pdf",
                pages: [
                    PageMetadata(
                        number: 1, rotationApplied: 0, originalPageWidth: 612, originalPageHeight: 792, dpi: 150)
                ]
            )
        )
    }

    private static var table: Block {
        let html = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
        var table = block("table", .table, "<table>\(html)</table>", top: 440, height: 280)
        table.details = .table(TableDetails(rowCount: rows.count, columnCount: 3))
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() {
                let type: BlockType = row == 0 ? .tableHead : .tableCell
                var cell = block(
                    "cell\(row)\(column)", type, text, top: 440 + Double(row) * 56, height: 56,
                    left: 120 + Double(column) * 340, width: 340)
                cell.parentBlockID = table.id
                cell.details = .tableCell(TableCellDetails(rowIndex: row, columnIndex: column))
                table.children.append(cell)
            }
        }
        return table
    }

    private static func chunk(_ blocks: [Block]) -> Chunk {
        Chunk(
            type: .section,
            content: blocks.map(\.content).joined(separator: "\n\n"),
            metadata: ChunkMetadata(
                pageRange: PageRange(start: 1, end: 1), minOCRConfidence: 0.94, avgOCRConfidence: 0.99),
            blocks: blocks
        )
    }

    private static func block(
        _ name: String,
        _ type: BlockType,
        _ content: String,
        top: Double,
        height: Double,
        left: Double = 120,
        width: Double = 1_020
    ) -> Block {
        let (right, bottom) = (left + width, top + height)
        return Block(
            id: "block_invoice_\(name)",
            type: type,
            content: content,
            metadata: BlockMetadata(
                page: PageReference(number: 1, width: 1_275, height: 1_650),
                minOCRConfidence: 0.94,
                avgOCRConfidence: 0.99
            ),
            polygon: [
                Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom), Point(x: left, y: bottom),
            ],
            boundingBox: BoundingBox(left: left, top: top, right: right, bottom: bottom)
        )
    }
}
