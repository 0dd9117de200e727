/// The split that a file came from: the field `file.metadata.parentSplit`.
public struct ParentSplit: Sendable, Hashable, Codable {
    /// The split's id: the field `id`.
    public var id: String?

    /// Its type: the field `type`.
    public var type: String?

    /// What tells it from others of its type: the field `identifier`.
    public var identifier: String?

    /// Its first page, counted from 1: the field `startPage`.
    public var startPage: Int?

    /// Its last page, included: the field `endPage`.
    public var endPage: Int?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - id: the split's id: the field `id`.
    ///   - type: its type: the field `type`.
    ///   - identifier: what tells it from others of its type: the field `identifier`.
    ///   - startPage: its first page, counted from 1: the field `startPage`.
    ///   - endPage: its last page, included: the field `endPage`.
    public init(
        id: String? = nil,
        type: String? = nil,
        identifier: String? = nil,
        startPage: Int? = nil,
        endPage: Int? = nil
    ) {
        self.id = id
        self.type = type
        self.identifier = identifier
        self.startPage = startPage
        self.endPage = endPage
    }

    enum CodingKeys: String, CodingKey {
        case id
        case type
        case identifier
        case startPage
        case endPage
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decodeIfPresent(String.self, forKey: .id)
        self.type = try container.decodeIfPresent(String.self, forKey: .type)
        self.identifier = try container.decodeIfPresent(String.self, forKey: .identifier)
        self.startPage = try container.decodeWholeNumberIfPresent(.startPage)
        self.endPage = try container.decodeWholeNumberIfPresent(.endPage)
    }
}
