/// What is done with blocks of each type: the field `blockOptions`.
public struct BlockOptions: Sendable, Hashable, Codable {
    /// Figures: the field `figures`.
    public var figures: FigureOptions?

    /// Tables: the field `tables`.
    public var tables: TableOptions?

    /// Text: the field `text`.
    public var text: TextOptions?

    /// Forms: the field `keyValue`.
    public var keyValue: KeyValueOptions?

    /// Barcodes: the field `barcodes`.
    public var barcodes: BarcodeOptions?

    /// Formulas: the field `formulas`.
    public var formulas: FormulaOptions?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - figures: figures: the field `figures`.
    ///   - tables: tables: the field `tables`.
    ///   - text: text: the field `text`.
    ///   - keyValue: forms: the field `keyValue`.
    ///   - barcodes: barcodes: the field `barcodes`.
    ///   - formulas: formulas: the field `formulas`.
    public init(
        figures: FigureOptions? = nil,
        tables: TableOptions? = nil,
        text: TextOptions? = nil,
        keyValue: KeyValueOptions? = nil,
        barcodes: BarcodeOptions? = nil,
        formulas: FormulaOptions? = nil
    ) {
        self.figures = figures
        self.tables = tables
        self.text = text
        self.keyValue = keyValue
        self.barcodes = barcodes
        self.formulas = formulas
    }

    enum CodingKeys: String, CodingKey {
        case figures
        case tables
        case text
        case keyValue
        case barcodes
        case formulas
    }
}
