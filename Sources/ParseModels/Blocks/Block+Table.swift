extension Block {
    /// A table's cells as rows, in the order of their indices; a place without a cell is `nil`.
    ///
    /// The cells are the children with `table_cell_details`; of two in one place the first counts. Rows and columns that
    /// hold no cell at all are left out, so that no index, however absurd, costs memory. Empty without such children.
    public var tableRows: [[Block?]] {
        var cells: [Int: [Int: Block]] = [:]
        var columns: Set<Int> = []
        for child in children {
            guard case .tableCell(let details) = child.details, let row = details.rowIndex,
                let column = details.columnIndex, cells[row]?[column] == nil
            else { continue }
            cells[row, default: [:]][column] = child
            columns.insert(column)
        }
        // A few cells far apart must not make a large grid either.
        let order = columns.sorted()
        guard cells.count * order.count <= Self.largestGrid else {
            return cells.sorted { $0.key < $1.key }.map { row in row.value.sorted { $0.key < $1.key }.map(\.value) }
        }
        return cells.keys.sorted().map { row in order.map { cells[row]?[$0] } }
    }

    /// Beyond so many places, rows hold their cells without gaps.
    private static let largestGrid = 4_000_000
}
