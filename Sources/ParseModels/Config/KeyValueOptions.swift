/// What is done with forms: the field `blockOptions.keyValue`.
public struct KeyValueOptions: Sendable, Hashable, Codable {
    /// Whether blank fields are marked: the field `blankFieldFormattingEnabled`.
    public var blankFieldFormattingEnabled: Bool?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - blankFieldFormattingEnabled: whether blank fields are marked: the field `blankFieldFormattingEnabled`.
    public init(
        blankFieldFormattingEnabled: Bool? = nil
    ) {
        self.blankFieldFormattingEnabled = blankFieldFormattingEnabled
    }

    enum CodingKeys: String, CodingKey {
        case blankFieldFormattingEnabled
    }
}
