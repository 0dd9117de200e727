/// Where a download goes on, and what it must find there.
struct ResumePoint: Sendable, Hashable {
    /// What the document is known by.
    let document: StoredDocument?

    /// How many of its stored bytes are done with.
    let offset: Int64

    /// What the last of them look like.
    let mark: SeamMark
}
