/// What kind of thing on a page a block is.
struct BlockStyle {
    let type: StaticString
    let layoutClass: StaticString

    static let header = BlockStyle(type: "header", layoutClass: "Header")
    static let heading = BlockStyle(type: "heading", layoutClass: "Heading")
    static let subheading = BlockStyle(type: "section_heading", layoutClass: "Subheading")
    static let paragraph = BlockStyle(type: "text", layoutClass: "Text")
    static let list = BlockStyle(type: "text", layoutClass: "List Item")
    static let keyValue = BlockStyle(type: "key_value", layoutClass: "Text")
    static let table = BlockStyle(type: "table", layoutClass: "Table")
    static let cell = BlockStyle(type: "table_cell", layoutClass: "Table")
    static let figure = BlockStyle(type: "figure", layoutClass: "Picture/Figure/Image/Chart")
    static let formula = BlockStyle(type: "formula", layoutClass: "Formula")
    static let pageNumber = BlockStyle(type: "page_number", layoutClass: "Page Number")
}
