/// Pages from one to another, both included and counted from 1: the field `pageRange`.
public struct PageRange: Sendable, Hashable, Codable {
    /// The first page: the field `start`.
    public var start: Int

    /// The last page: the field `end`.
    public var end: Int

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - start: the first page: the field `start`.
    ///   - end: the last page: the field `end`.
    public init(
        start: Int,
        end: Int
    ) {
        self.start = start
        self.end = end
    }

    enum CodingKeys: String, CodingKey {
        case start
        case end
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.start = try container.decodeWholeNumber(.start)
        self.end = try container.decodeWholeNumber(.end)
    }
}
