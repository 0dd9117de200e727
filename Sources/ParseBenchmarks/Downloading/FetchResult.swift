/// What one download came to.
struct FetchResult: Codable {
    /// From the first request to the last byte or chunk.
    var seconds: Double

    /// The growth of the process over its start.
    var peakBytes: Int

    var deliveredBytes: Int64
    var wireBytes: Int64
    var opens: Int
    var resumes: Int

    /// How many chunks came out, where they were looked for.
    var chunks: Int?
}
