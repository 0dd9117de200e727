extension Page {
    /// Writes a table as HTML, and its cells as the children of its block.
    mutating func writeTable(to chunk: inout ChunkParts) {
        let rows = random.number(2...6)
        let columns = random.number(2...4)
        var cells: [Range<Int>] = []
        let text = text(in: &chunk) { page, text in
            text.append(#"<table border=\"1\">"#)
            for row in 0..<rows {
                text.append(row == 0 ? "<thead><tr>" : "<tr>")
                for _ in 0..<columns {
                    text.append(row == 0 ? "<th>" : "<td>")
                    let start = text.count
                    page.prose(bytes: page.random.number(2...18), to: &text)
                    cells.append(start..<text.count)
                    text.append(row == 0 ? "</th>" : "</td>")
                }
                text.append(row == 0 ? "</tr></thead>" : "</tr>")
            }
            text.append("</table>")
        }
        let table = BlockID(page: number, index: blockIndex, seed: seed)
        open(.table, text: text, height: 32 * rows, to: &chunk) { details in
            details.append(#"{"type":"table_details","rowCount":"#)
            details.append(rows)
            details.append(#","columnCount":"#)
            details.append(columns)
            details.append("}")
        }
        chunk.blocks.append(#","children":["#)
        for (index, cell) in cells.enumerated() {
            if index > 0 { chunk.blocks.append(",") }
            open(.cell, text: cell, height: 28, parent: table, to: &chunk) { details in
                details.append(#"{"type":"table_cell_details","rowIndex":"#)
                details.append(index / columns)
                details.append(#","columnIndex":"#)
                details.append(index % columns)
                details.append("}")
            }
            chunk.blocks.append("}")
        }
        chunk.blocks.append("]}")
    }
}
