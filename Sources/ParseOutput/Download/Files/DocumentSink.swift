/// Takes a document in, piece by piece, and keeps it only if it came whole.
protocol DocumentSink: AnyObject {
    /// Takes the next piece.
    func append(_ piece: ArraySlice<UInt8>) throws(DownloadError)

    /// Begins anew, as what came so far belongs to a document that is no more.
    func empty() throws(DownloadError)

    /// Keeps what came.
    func commit() throws(DownloadError)

    /// Keeps nothing.
    func discard()
}
