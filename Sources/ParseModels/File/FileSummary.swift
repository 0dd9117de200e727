#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The file of a run: the field `file`.
public struct FileSummary: Sendable, Hashable, Codable {
    /// The file's id: the field `id`.
    public var id: String

    /// Its name: the field `name`.
    public var name: String?

    /// Its kind: the field `type`; not there where it could not be told.
    public var type: FileType?

    /// The file it was cut from: the field `parentFileId`.
    public var parentFileID: String?

    /// What is known of its content: the field `metadata`.
    public var metadata: FileMetadata?

    /// When it came to the service: the field `createdAt`.
    public var createdAt: Date?

    /// When it last changed: the field `updatedAt`.
    public var updatedAt: Date?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - id: the file's id: the field `id`.
    ///   - name: its name: the field `name`.
    ///   - type: its kind: the field `type`; not there where it could not be told.
    ///   - parentFileID: the file it was cut from: the field `parentFileId`.
    ///   - metadata: what is known of its content: the field `metadata`.
    ///   - createdAt: when it came to the service: the field `createdAt`.
    ///   - updatedAt: when it last changed: the field `updatedAt`.
    public init(
        id: String,
        name: String? = nil,
        type: FileType? = nil,
        parentFileID: String? = nil,
        metadata: FileMetadata? = nil,
        createdAt: Date? = nil,
        updatedAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.type = type
        self.parentFileID = parentFileID
        self.metadata = metadata
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    enum CodingKeys: String, CodingKey {
        case object
        case id
        case name
        case type
        case parentFileID = "parentFileId"
        case metadata
        case createdAt
        case updatedAt
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decode(String.self, forKey: .id)
        self.name = try container.decodeIfPresent(String.self, forKey: .name)
        self.type = try container.decodeIfPresent(FileType.self, forKey: .type)
        self.parentFileID = try container.decodeIfPresent(String.self, forKey: .parentFileID)
        self.metadata = try container.decodeIfPresent(FileMetadata.self, forKey: .metadata)
        self.createdAt = try container.decodeIfPresent(WireDate.self, forKey: .createdAt)?.date
        self.updatedAt = try container.decodeIfPresent(WireDate.self, forKey: .updatedAt)?.date
    }

    /// Writes the value under the names of the API; what is not there is left out.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("file", forKey: .object)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(name, forKey: .name)
        try container.encodeIfPresent(type, forKey: .type)
        try container.encodeIfPresent(parentFileID, forKey: .parentFileID)
        try container.encodeIfPresent(metadata, forKey: .metadata)
        try container.encodeIfPresent(createdAt.map(WireDate.init), forKey: .createdAt)
        try container.encodeIfPresent(updatedAt.map(WireDate.init), forKey: .updatedAt)
    }
}
