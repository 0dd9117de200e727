import ParseRetry

extension ResumableDownload {
    /// Reads the whole document into memory, up to a bound.
    ///
    /// A document that changes meanwhile is begun anew, as nobody has seen any of it yet. Where the download goes on behind
    /// a token's offset, it is what follows that.
    ///
    /// - Parameter limit: the most bytes to accept.
    /// - Returns: the document, decoded.
    /// - Throws: ``DownloadError/Code/tooLarge`` beyond the bound, ``DownloadError/Code/endUnproven`` where nothing tells
    ///   that it came whole, or why it cannot be had.
    public func collect(upTo limit: Int) async throws(DownloadError) -> [UInt8] {
        try await collect(upTo: limit, setting: "the bound", provingEnd: true)
    }

    /// Reads the whole document into memory, up to a bound that a setting names; whoever decodes it finds its end himself.
    package func collect(
        upTo limit: Int,
        setting: String,
        provingEnd: Bool = false
    ) async throws(DownloadError) -> [UInt8] {
        try await restarting { (pieces) async throws(DownloadError) in
            var bytes: [UInt8] = []
            while let piece = try await pieces.next() {
                // An encoded document's length says little of the decoded one's.
                let length = pieces.document?.coding == .identity ? pieces.document?.length : nil
                guard piece.count <= limit - bytes.count, length ?? 0 <= limit else {
                    throw .tooLarge(Int64(limit), length, setting: setting).with(bytesDelivered: report.position)
                }
                bytes.append(contentsOf: piece)
            }
            if provingEnd, let error = pieces.unprovenEnd { throw error }
            return bytes
        }
    }

    /// Reads the document, and anew where it changes meanwhile, within the one time that a download may take.
    ///
    /// - Parameter read: reads it from its start to its end, having thrown away what it read before.
    /// - Returns: what was read in the end.
    /// - Throws: why it cannot be had whole.
    func restarting<Value>(
        _ read: (inout Iterator) async throws(DownloadError) -> Value
    ) async throws(DownloadError) -> Value {
        let deadline = Deadline(after: configuration.timeout, on: time)
        var restarts = 0
        while true {
            do throws(DownloadError) {
                var pieces = Iterator(self, until: deadline)
                return try await read(&pieces)
            } catch {
                // The document that a token stands in does not come back.
                guard error.code == .outputChanged, point?.document == nil,
                    restarts < configuration.maximumRestarts
                else { throw error }
                restarts += 1
                progress.restart()
            }
        }
    }
}
