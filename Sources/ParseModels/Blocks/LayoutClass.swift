/// How the layout model saw a block: the undocumented field `metadata.layoutClass` of a block.
public struct LayoutClass: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `Text`: running text.
    public static let text = LayoutClass(rawValue: "Text")

    /// `List Item`: an item of a list.
    public static let listItem = LayoutClass(rawValue: "List Item")

    /// `Subheading`: a heading below another.
    public static let subheading = LayoutClass(rawValue: "Subheading")

    /// `Page Number`: a page number.
    public static let pageNumber = LayoutClass(rawValue: "Page Number")

    /// `Caption`: the caption of a picture or table.
    public static let caption = LayoutClass(rawValue: "Caption")

    /// `Picture/Figure/Image/Chart`: a picture of any kind.
    public static let picture = LayoutClass(rawValue: "Picture/Figure/Image/Chart")

    /// `Heading`: a heading.
    public static let heading = LayoutClass(rawValue: "Heading")

    /// `Formula`: a formula.
    public static let formula = LayoutClass(rawValue: "Formula")

    /// `Table`: a table.
    public static let table = LayoutClass(rawValue: "Table")

    /// `Header`: what stands at the top of each page.
    public static let header = LayoutClass(rawValue: "Header")

    /// `Footer`: what stands at the bottom of each page.
    public static let footer = LayoutClass(rawValue: "Footer")
}
