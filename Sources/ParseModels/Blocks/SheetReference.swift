/// The sheet of a block: the field `metadata.sheet`.
public struct SheetReference: Sendable, Hashable, Codable {
    /// Its place among the sheets, from 0: the field `index`.
    public var index: Int?

    /// Its name: the field `name`.
    public var name: String?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - index: its place among the sheets, from 0: the field `index`.
    ///   - name: its name: the field `name`.
    public init(
        index: Int? = nil,
        name: String? = nil
    ) {
        self.index = index
        self.name = name
    }

    enum CodingKeys: String, CodingKey {
        case index
        case name
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.index = try container.decodeWholeNumberIfPresent(.index)
        self.name = try container.decodeIfPresent(String.self, forKey: .name)
    }
}
