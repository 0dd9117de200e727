/// What is known of file and pages: the field `output.metadata`.
public struct OutputMetadata: Sendable, Hashable, Codable {
    /// The type of the file as it came: the field `originalMimeType`.
    public var originalMIMEType: String?

    /// The type of the file that was parsed: the field `finalMimeType`.
    public var finalMIMEType: String?

    /// Its pages: the field `pages`; only for PDF and what was made one.
    public var pages: [PageMetadata]?

    /// Makes an value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - originalMIMEType: the type of the file as it came: the field `originalMimeType`.
    ///   - finalMIMEType: the type of the file that was parsed: the field `finalMimeType`.
    ///   - pages: its pages: the field `pages`; only for PDF and what was made one.
    public init(
        originalMIMEType: String? = nil,
        finalMIMEType: String? = nil,
        pages: [PageMetadata]? = nil
    ) {
        self.originalMIMEType = originalMIMEType
        self.finalMIMEType = finalMIMEType
        self.pages = pages
    }

    enum CodingKeys: String, CodingKey {
        case originalMIMEType = "originalMimeType"
        case finalMIMEType = "finalMimeType"
        case pages
    }
}
