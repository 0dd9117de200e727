/// Details of a text block: `text_details`.
public struct TextDetails: Sendable, Hashable, Codable {
    /// The cell it came from, such as `B7`: the field `cellReference`.
    public var cellReference: String?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - cellReference: the cell it came from, such as `B7`: the field `cellReference`.
    public init(
        cellReference: String? = nil
    ) {
        self.cellReference = cellReference
    }

    enum CodingKeys: String, CodingKey {
        case cellReference
    }
}
