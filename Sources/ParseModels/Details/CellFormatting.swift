/// How a cell of a spreadsheet looks: the field `details.formatting`.
public struct CellFormatting: Sendable, Hashable, Codable {
    /// Whether it is bold: the field `bold`.
    public var bold: Bool?

    /// Whether it is italic: the field `italic`.
    public var italic: Bool?

    /// The colour of its text: the field `fontColor`.
    public var fontColor: String?

    /// The colour behind it: the field `backgroundColor`.
    public var backgroundColor: String?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - bold: whether it is bold: the field `bold`.
    ///   - italic: whether it is italic: the field `italic`.
    ///   - fontColor: the colour of its text: the field `fontColor`.
    ///   - backgroundColor: the colour behind it: the field `backgroundColor`.
    public init(
        bold: Bool? = nil,
        italic: Bool? = nil,
        fontColor: String? = nil,
        backgroundColor: String? = nil
    ) {
        self.bold = bold
        self.italic = italic
        self.fontColor = fontColor
        self.backgroundColor = backgroundColor
    }

    enum CodingKeys: String, CodingKey {
        case bold
        case italic
        case fontColor
        case backgroundColor
    }
}
