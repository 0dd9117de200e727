/// Columns that line up: names to the left, and to the right what can be compared.
struct TextTable {
    /// How many columns from the first on are words.
    private let wordColumns: Int
    private var rows: [[String]]

    init(columns: [String], wordColumns: Int = 1) {
        self.wordColumns = wordColumns
        rows = [columns]
    }

    mutating func append(_ cells: [String]) {
        rows.append(cells)
    }

    var text: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).enumerated().map { index, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return index < wordColumns ? cell.0 + space : space + cell.0
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
