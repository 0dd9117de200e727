/// What only blocks of one type have: the field `details`, told apart by `details.type`.
public enum BlockDetails: Sendable, Hashable {
    /// Nothing: `{}`, `null` or no such field, as most blocks have it.
    case plain

    /// A text block's: `text_details`.
    case text(TextDetails)

    /// A table's: `table_details`.
    case table(TableDetails)

    /// A table cell's: `table_cell_details`.
    case tableCell(TableCellDetails)

    /// A figure's: `figure_details`.
    case figure(FigureDetails)

    /// A barcode's: `barcode_details`.
    case barcode(BarcodeDetails)

    /// A formula's: `formula_details`.
    case formula(FormulaDetails)

    /// A label and value's: `key_value_details`, which has no fields.
    case keyValue

    /// Details that this version does not know, or whose fields are of another type than it knows: kept as they came.
    case unknown(type: String?, payload: JSONValue)
}
