/// Where in the document the next byte of an open body belongs.
struct BodyPosition: Sendable {
    /// Its offset.
    var position: Int64

    /// The offset behind the last byte that was announced; `nil` where none was.
    let end: Int64?

    /// The comparison with what was handed out before; `nil` once all that comes is new.
    var seam: SeamCheck?

    /// What it says of the document's length; believed once the seam is known to fit.
    let total: Int64?

    /// What it says of the document besides, where all that was handed out is compared with it.
    var document: StoredDocument?

    /// Whether the end of the body is taken for that of the document.
    let endsWithDocument: Bool

    /// Whether more was meant to follow it from the start.
    let isWindow: Bool

    /// Whether it ends where it was asked to.
    let isAsAsked: Bool

    /// How much had been handed out when it was opened.
    let opened: Int64
}
