/// Where the reading of a run's output stands, to go on from there: later, after a crash, in another process.
///
/// It is small enough for a database column, and holds no URL and no secret. Whoever stored the first
/// ``chunkCount`` chunks goes on with the next one.
///
/// ```swift
/// for try await (chunk, token) in client.chunks(of: id).withResumeTokens {
///     try store(chunk, token)
/// }
/// ```
public struct ResumeToken: Sendable, Hashable {
    /// The run's id.
    public let runID: String

    /// How many chunks are done with: the number of the next one, from 0.
    public let chunkCount: Int

    /// How many bytes of the document need not be fetched again.
    ///
    /// 0 where the document can only be read from its start; the chunks that are done with are then passed over.
    public let byteOffset: Int64

    let document: StoredDocument?
    let mark: SeamMark

    init(runID: String, chunkCount: Int, point: ResumePoint) {
        self.runID = runID
        self.chunkCount = chunkCount
        self.byteOffset = point.offset
        // A document of which nothing is known is none, here as in what is stored.
        self.document = point.document.flatMap { $0.isKnown ? $0 : nil }
        self.mark = point.mark
    }

    /// A token for a run of which nothing is known but the number of chunks that are done with.
    ///
    /// Going on from it reads the document from its start and passes over them.
    ///
    /// - Parameters:
    ///   - runID: the run's id.
    ///   - chunkCount: how many chunks are done with; a negative number counts as none.
    public init(runID: String, chunkCount: Int) {
        let start = ResumePoint(document: nil, offset: 0, mark: .none)
        self.init(runID: runID, chunkCount: max(0, chunkCount), point: start)
    }

    var point: ResumePoint { ResumePoint(document: document, offset: byteOffset, mark: mark) }
}
