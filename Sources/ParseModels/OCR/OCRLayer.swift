/// Words and lines as they were read: the field `ocr`.
public struct OCRLayer: Sendable, Hashable, Codable {
    /// The words: the field `words`, if they were asked for.
    public var words: [OCRWord]?

    /// The lines: the field `lines`, if they were asked for.
    public var lines: [OCRLine]?

    /// Makes an value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - words: the words: the field `words`, if they were asked for.
    ///   - lines: the lines: the field `lines`, if they were asked for.
    public init(
        words: [OCRWord]? = nil,
        lines: [OCRLine]? = nil
    ) {
        self.words = words
        self.lines = lines
    }

    enum CodingKeys: String, CodingKey {
        case words
        case lines
    }
}
