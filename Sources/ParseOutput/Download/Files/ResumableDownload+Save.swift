import ParseTransport

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension ResumableDownload {
    /// Saves the whole document to a file, in constant memory.
    ///
    /// The file appears at once, when the document is whole and safe on the disk, in place of one that was there before;
    /// its owner alone may read it. Until then the document grows in a file beside it, whose name has `.part` behind it,
    /// and which is removed if it does not become whole. A document that changes meanwhile is begun anew, as nobody has
    /// seen any of it yet. No actor waits for the disk, wherever this is called.
    ///
    /// ```swift
    /// try await download.save(to: "/var/outputs/pr_1.json")
    /// ```
    ///
    /// - Parameters:
    ///   - path: the file's path; a link there is replaced and not followed. Its directory must be there.
    ///   - onProgress: is told how far it is, after every piece. Default: nobody is.
    /// - Returns: how many bytes were saved, decoded ones where the stored document is encoded.
    /// - Throws: ``DownloadError/Code/writeFailed`` if the file could not be written, ``DownloadError/Code/tokenRefused``
    ///   for a download that goes on behind a token's offset, or why the document cannot be had whole.
    @discardableResult
    @concurrent
    public func save(
        to path: String,
        onProgress: (@Sendable (DownloadReport) -> Void)? = nil
    ) async throws(DownloadError) -> Int64 {
        try await save(into: try PartialFile(for: path), onProgress: onProgress)
    }

    /// Saves the whole document to a file, in constant memory.
    ///
    /// It does what ``save(to:onProgress:)-(String,_)`` does.
    ///
    /// - Parameters:
    ///   - file: the file's URL; a link there is replaced and not followed. Its directory must be there.
    ///   - onProgress: is told how far it is, after every piece. Default: nobody is.
    /// - Returns: how many bytes were saved, decoded ones where the stored document is encoded.
    /// - Throws: ``DownloadError/Code/writeFailed`` if the file could not be written, ``DownloadError/Code/tokenRefused``
    ///   for a download that goes on behind a token's offset, or why the document cannot be had whole.
    @discardableResult
    public func save(
        to file: URL,
        onProgress: (@Sendable (DownloadReport) -> Void)? = nil
    ) async throws(DownloadError) -> Int64 {
        try await save(to: Self.path(of: file), onProgress: onProgress)
    }

    /// The path of a file that is named by its URL.
    package static func path(of file: URL) throws(DownloadError) -> String {
        guard file.isFileURL else { throw .notWritten("\(RedactedURL(file))", "that is not the URL of a file") }
        return file.path(percentEncoded: false)
    }

    /// Saves a document that is here already, as one that is downloaded.
    package static func save(_ document: [UInt8], to path: String) throws(DownloadError) -> Int64 {
        let file = try PartialFile(for: path)
        do throws(DownloadError) {
            try file.append(document[...])
            try file.commit()
        } catch {
            file.discard()
            throw error
        }
        return Int64(document.count)
    }

    /// Saves the whole document to wherever.
    func save(
        into sink: some DocumentSink,
        onProgress: (@Sendable (DownloadReport) -> Void)? = nil
    ) async throws(DownloadError) -> Int64 {
        do throws(DownloadError) {
            // Half a document would look like a whole one.
            guard point?.offset ?? 0 == 0 else { throw .notFromStart }
            return try await restarting { (pieces) async throws(DownloadError) in
                try sink.empty()
                var count: Int64 = 0
                while let piece = try await pieces.next() {
                    try sink.append(piece)
                    count += Int64(piece.count)
                    onProgress?(report)
                }
                // A decoder knows where a document ends; a file would be taken for whole.
                if let error = pieces.unprovenEnd { throw error }
                try sink.commit()
                return count
            }
        } catch {
            sink.discard()
            throw error.code == .writeFailed ? error.with(bytesDelivered: report.position) : error
        }
    }
}
