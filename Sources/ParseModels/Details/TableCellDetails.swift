/// Details of a table cell: `table_cell_details`.
public struct TableCellDetails: Sendable, Hashable, Codable {
    /// Its row, from 0: the field `rowIndex`.
    public var rowIndex: Int?

    /// Its column, from 0: the field `columnIndex`.
    public var columnIndex: Int?

    /// The cell it came from, such as `B7`: the field `cellReference`.
    public var cellReference: String?

    /// The formula in it, with the leading `=`: the field `formula`.
    public var formula: String?

    /// How it looks: the field `formatting`.
    public var formatting: CellFormatting?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - rowIndex: its row, from 0: the field `rowIndex`.
    ///   - columnIndex: its column, from 0: the field `columnIndex`.
    ///   - cellReference: the cell it came from, such as `B7`: the field `cellReference`.
    ///   - formula: the formula in it, with the leading `=`: the field `formula`.
    ///   - formatting: how it looks: the field `formatting`.
    public init(
        rowIndex: Int? = nil,
        columnIndex: Int? = nil,
        cellReference: String? = nil,
        formula: String? = nil,
        formatting: CellFormatting? = nil
    ) {
        self.rowIndex = rowIndex
        self.columnIndex = columnIndex
        self.cellReference = cellReference
        self.formula = formula
        self.formatting = formatting
    }

    enum CodingKeys: String, CodingKey {
        case rowIndex
        case columnIndex
        case cellReference
        case formula
        case formatting
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.rowIndex = try container.decodeWholeNumberIfPresent(.rowIndex)
        self.columnIndex = try container.decodeWholeNumberIfPresent(.columnIndex)
        self.cellReference = try container.decodeIfPresent(String.self, forKey: .cellReference)
        self.formula = try container.decodeIfPresent(String.self, forKey: .formula)
        self.formatting = try container.decodeIfPresent(CellFormatting.self, forKey: .formatting)
    }
}
