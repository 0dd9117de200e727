/// What is known of the document that a download is made of: enough to know it again.
struct StoredDocument: Sendable, Hashable {
    /// The entity tag; `nil` where none was sent.
    var eTag: ETag?

    /// The header `Last-Modified` as it was sent; `nil` where none was.
    var lastModified: String?

    /// The number of stored bytes; `nil` while unknown.
    var length: Int64?

    /// How it is encoded.
    var coding: ContentCoding

    /// Whether there is anything that it could be known by.
    var isKnown: Bool { eTag != nil || lastModified != nil || length != nil }

    /// Whether an answer is about this document.
    enum Agreement: Sendable, Hashable {
        /// It is.
        case same

        /// It is about another one, or another version.
        case other

        /// It says nothing that would prove either.
        case unproven
    }

    /// The tag, if two documents that share it are the same byte for byte.
    var strongTag: ETag? { eTag.flatMap { $0.isWeak ? nil : $0 } }

    /// Whether a part of it that arrives later can be known to belong to it.
    var hasValidator: Bool { strongTag != nil || (lastModified != nil && length != nil) }

    /// Holds what an answer says against this document.
    ///
    /// - Parameter other: the document that the answer is about.
    /// - Returns: whether it is this one.
    func agrees(with other: StoredDocument) -> Agreement {
        if coding != other.coding { return .other }
        if let length, let theirs = other.length, length != theirs { return .other }
        if let eTag, let theirs = other.eTag {
            guard eTag == theirs else { return .other }
            if !eTag.isWeak { return .same }
        }
        // A date alone is weaker than a tag, and stands in for one only together with the length.
        guard let lastModified, let theirs = other.lastModified else { return .unproven }
        guard lastModified == theirs else { return .other }
        return length != nil && length == other.length ? .same : .unproven
    }
}
