/// What a block is: the field `type` of a block.
public struct BlockType: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `text`: running text.
    public static let text = BlockType(rawValue: "text")

    /// `heading`: a heading.
    public static let heading = BlockType(rawValue: "heading")

    /// `section_heading`: the heading of a section.
    public static let sectionHeading = BlockType(rawValue: "section_heading")

    /// `table`: a table.
    public static let table = BlockType(rawValue: "table")

    /// `figure`: a picture, chart or diagram.
    public static let figure = BlockType(rawValue: "figure")

    /// `table_head`: a head cell of a table.
    public static let tableHead = BlockType(rawValue: "table_head")

    /// `table_cell`: a cell of a table.
    public static let tableCell = BlockType(rawValue: "table_cell")

    /// `key_value`: a label and its value, as on a form.
    public static let keyValue = BlockType(rawValue: "key_value")

    /// `page_number`: a page number.
    public static let pageNumber = BlockType(rawValue: "page_number")

    /// `barcode`: a barcode.
    public static let barcode = BlockType(rawValue: "barcode")

    /// `formula`: a formula.
    public static let formula = BlockType(rawValue: "formula")

    /// `header`: what stands at the top of each page.
    public static let header = BlockType(rawValue: "header")

    /// `footer`: what stands at the bottom of each page.
    public static let footer = BlockType(rawValue: "footer")
}
