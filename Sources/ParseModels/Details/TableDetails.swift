/// Details of a table: `table_details`.
public struct TableDetails: Sendable, Hashable, Codable {
    /// How many rows: the field `rowCount`.
    public var rowCount: Int?

    /// How many columns: the field `columnCount`.
    public var columnCount: Int?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - rowCount: how many rows: the field `rowCount`.
    ///   - columnCount: how many columns: the field `columnCount`.
    public init(
        rowCount: Int? = nil,
        columnCount: Int? = nil
    ) {
        self.rowCount = rowCount
        self.columnCount = columnCount
    }

    enum CodingKeys: String, CodingKey {
        case rowCount
        case columnCount
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.rowCount = try container.decodeWholeNumberIfPresent(.rowCount)
        self.columnCount = try container.decodeWholeNumberIfPresent(.columnCount)
    }
}
