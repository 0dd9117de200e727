extension ResumableDownload {
    /// Reads the whole document into memory, up to a bound.
    ///
    /// A document that changes meanwhile is begun anew, as nobody has seen any of it yet.
    ///
    /// - Parameter limit: the most bytes to accept.
    /// - Returns: the document, decoded.
    /// - Throws: ``DownloadError/Code/tooLarge`` beyond the bound, or why it cannot be had whole.
    public func collect(upTo limit: Int) async throws(DownloadError) -> [UInt8] {
        var restarts = 0
        while true {
            do throws(DownloadError) {
                return try await collectOnce(upTo: limit)
            } catch {
                guard error.code == .outputChanged, restarts < configuration.maximumRestarts else { throw error }
                restarts += 1
            }
        }
    }

    private func collectOnce(upTo limit: Int) async throws(DownloadError) -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in self {
            guard piece.count <= limit - bytes.count else { throw .tooLarge(Int64(limit)) }
            bytes.append(contentsOf: piece)
        }
        return bytes
    }
}
