/// What is returned of OCR: the field `advancedOptions.returnOcr`.
public struct OCROptions: Sendable, Hashable, Codable {
    /// Whether words are: the field `words`.
    public var words: Bool?

    /// Whether lines are: the field `lines`.
    public var lines: Bool?

    /// Makes an value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - words: whether words are: the field `words`.
    ///   - lines: whether lines are: the field `lines`.
    public init(
        words: Bool? = nil,
        lines: Bool? = nil
    ) {
        self.words = words
        self.lines = lines
    }

    enum CodingKeys: String, CodingKey {
        case words
        case lines
    }
}
