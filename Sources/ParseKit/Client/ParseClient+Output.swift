public import ParseModels
public import ParseOutput

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension ParseClient {
    /// Streams a processed run's chunks, in document order, in constant memory.
    ///
    /// Nothing happens before the first chunk is asked for, and no more is downloaded than is read.
    ///
    /// - Parameter id: the run's id.
    /// - Returns: the chunks; each pass over them is a download of its own.
    public func chunks(of id: String) -> OutputElements<ChunkDecoder> {
        chunks(of: id, resumingFrom: nil)
    }

    /// Goes on with a run's chunks where an earlier pass stood, perhaps in another process.
    ///
    /// The document is fetched from there on, if it is still the same; a document that has changed is an error.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - token: where to go on: of ``OutputElements/withResumeTokens`` or ``ParseError/resumeToken``. `nil` begins at
    ///     the document's start.
    /// - Returns: the chunks behind that place; each pass over them is a download of its own.
    public func chunks(of id: String, resumingFrom token: ResumeToken?) -> OutputElements<ChunkDecoder> {
        let limits = configuration.decoding
        return OutputElements(
            source: OutputSource(client: self, id: id),
            decoder: ChunkDecoder(limits: limits),
            limits: limits,
            token: token
        )
    }

    /// Streams a processed run's chunks as they came, for those who filter them or hand them on.
    ///
    /// It is several times as quick as ``chunks(of:)``: a slice knows its type and its pages, and is built, and checked,
    /// when its `decoded()` is called.
    ///
    /// - Parameter id: the run's id.
    /// - Returns: the slices; each pass over them is a download of its own.
    public func chunkSlices(of id: String) -> OutputElements<ChunkSliceDecoder> {
        chunkSlices(of: id, resumingFrom: nil)
    }

    /// Goes on with a run's chunks as they came where an earlier pass stood, perhaps in another process.
    ///
    /// The document is fetched from there on, if it is still the same; a document that has changed is an error.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - token: where to go on: of ``OutputElements/withResumeTokens`` or ``ParseError/resumeToken``. `nil` begins at
    ///     the document's start.
    /// - Returns: the slices behind that place; each pass over them is a download of its own.
    public func chunkSlices(of id: String, resumingFrom token: ResumeToken?) -> OutputElements<ChunkSliceDecoder> {
        let limits = configuration.decoding
        return OutputElements(
            source: OutputSource(client: self, id: id),
            decoder: ChunkSliceDecoder(limits: limits),
            limits: limits,
            token: token
        )
    }

    /// Streams a processed run's blocks one by one, in constant memory even where one chunk is the whole document.
    ///
    /// - Parameter id: the run's id.
    /// - Returns: the blocks with their places; each pass over them is a download of its own.
    public func blocks(of id: String) -> OutputElements<BlockDecoder> {
        elements(of: id, decoder: BlockDecoder(limits: configuration.decoding))
    }

    /// Streams a processed run's OCR words and lines one by one.
    ///
    /// - Parameter id: the run's id.
    /// - Returns: the words and lines; none where OCR was not asked for when the run was made.
    public func ocr(of id: String) -> OutputElements<OCRDecoder> {
        elements(of: id, decoder: OCRDecoder(limits: configuration.decoding))
    }

    /// Collects a processed run's whole output in memory.
    ///
    /// - Parameter id: the run's id.
    /// - Returns: the output.
    /// - Throws: ``ParseError/Code/responseTooLarge`` beyond ``ClientLimits/collectedOutputBytes``, or why it could not
    ///   be had.
    public func output(of id: String) async throws(ParseError) -> ParseRunOutput {
        try await OutputSource(client: self, id: id).collect()
    }

    /// Saves a processed run's output to a file, as JSON, in constant memory.
    ///
    /// The file appears at once, when the output is whole and safe on the disk, in place of one that was there before;
    /// its owner alone may read it. Until then it grows in a file beside it, whose name has `.part` behind it, and which
    /// is removed if it does not become whole. What the service stores is saved as it is, without being looked at: that it
    /// is an output is found out by whoever reads it, with `ChunkDecoder` or `ParseRunOutput(decoding:)`.
    ///
    /// ```swift
    /// try await client.saveOutput(of: id, to: "/var/outputs/\(id).json")
    /// ```
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - path: the file's path; a link there is replaced and not followed. Its directory must be there.
    ///   - onProgress: is told how far the download is, after every piece. Default: nobody is.
    /// - Returns: how many bytes were saved.
    /// - Throws: ``ParseError/Code/writeFailed`` if the file could not be written, or why the output could not be had.
    @discardableResult
    public func saveOutput(
        of id: String,
        to path: String,
        onProgress: (@Sendable (DownloadReport) -> Void)? = nil
    ) async throws(ParseError) -> Int64 {
        try await OutputSource(client: self, id: id).save(to: path, onProgress: onProgress)
    }

    /// Saves a processed run's output to a file, as JSON, in constant memory.
    ///
    /// It does what ``saveOutput(of:to:onProgress:)-(_,String,_)`` does.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - file: the file's URL; a link there is replaced and not followed. Its directory must be there.
    ///   - onProgress: is told how far the download is, after every piece. Default: nobody is.
    /// - Returns: how many bytes were saved.
    /// - Throws: ``ParseError/Code/writeFailed`` if the file could not be written, or why the output could not be had.
    @discardableResult
    public func saveOutput(
        of id: String,
        to file: URL,
        onProgress: (@Sendable (DownloadReport) -> Void)? = nil
    ) async throws(ParseError) -> Int64 {
        let source = OutputSource(client: self, id: id)
        let path: String
        do throws(DownloadError) {
            path = try ResumableDownload.path(of: file)
        } catch {
            throw source.error(error)
        }
        return try await source.save(to: path, onProgress: onProgress)
    }

    private func elements<Decoder: IncrementalDecoder>(of id: String, decoder: Decoder) -> OutputElements<Decoder> {
        OutputElements(source: OutputSource(client: self, id: id), decoder: decoder)
    }
}
