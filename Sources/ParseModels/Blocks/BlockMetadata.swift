/// Where a block is and how well it was read: the field `metadata` of a block.
public struct BlockMetadata: Sendable, Hashable, Codable {
    /// Its page: the field `page`.
    public var page: PageReference?

    /// Its sheet, in a spreadsheet: the field `sheet`.
    public var sheet: SheetReference?

    /// How sure the least sure word is, from 0 to 1: the field `minOcrConfidence`.
    public var minOCRConfidence: Double?

    /// How sure its words are on average, from 0 to 1: the field `avgOcrConfidence`.
    public var avgOCRConfidence: Double?

    /// How the layout model saw it: the undocumented field `layoutClass`.
    public var layoutClass: LayoutClass?

    /// Which way it is read: the field `textDirection`.
    public var textDirection: TextDirection?

    /// Makes a value without any of its fields, for those who fill it in place: the other one is copied on its way.
    @inlinable
    package init() {}

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - page: its page: the field `page`.
    ///   - sheet: its sheet, in a spreadsheet: the field `sheet`.
    ///   - minOCRConfidence: how sure the least sure word is, from 0 to 1: the field `minOcrConfidence`.
    ///   - avgOCRConfidence: how sure its words are on average, from 0 to 1: the field `avgOcrConfidence`.
    ///   - layoutClass: how the layout model saw it: the undocumented field `layoutClass`.
    ///   - textDirection: which way it is read: the field `textDirection`.
    @inlinable
    public init(
        page: PageReference? = nil,
        sheet: SheetReference? = nil,
        minOCRConfidence: Double? = nil,
        avgOCRConfidence: Double? = nil,
        layoutClass: LayoutClass? = nil,
        textDirection: TextDirection? = nil
    ) {
        self.page = page
        self.sheet = sheet
        self.minOCRConfidence = minOCRConfidence
        self.avgOCRConfidence = avgOCRConfidence
        self.layoutClass = layoutClass
        self.textDirection = textDirection
    }

    enum CodingKeys: String, CodingKey {
        case page
        case sheet
        case minOCRConfidence = "minOcrConfidence"
        case avgOCRConfidence = "avgOcrConfidence"
        case layoutClass
        case textDirection
    }
}
