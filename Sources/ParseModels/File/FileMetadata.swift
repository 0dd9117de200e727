/// What is known of a file's content: the field `file.metadata`.
public struct FileMetadata: Sendable, Hashable, Codable {
    /// How many pages it has: the field `pageCount`; PDF and DOCX only.
    public var pageCount: Double?

    /// The split it came from: the field `parentSplit`.
    public var parentSplit: ParentSplit?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - pageCount: how many pages it has: the field `pageCount`; PDF and DOCX only.
    ///   - parentSplit: the split it came from: the field `parentSplit`.
    public init(
        pageCount: Double? = nil,
        parentSplit: ParentSplit? = nil
    ) {
        self.pageCount = pageCount
        self.parentSplit = parentSplit
    }

    enum CodingKeys: String, CodingKey {
        case pageCount
        case parentSplit
    }
}
