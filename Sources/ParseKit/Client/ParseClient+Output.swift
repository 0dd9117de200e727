public import ParseModels
public import ParseOutput

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

    private func elements<Decoder: IncrementalDecoder>(of id: String, decoder: Decoder) -> OutputElements<Decoder> {
        OutputElements(source: OutputSource(client: self, id: id), decoder: decoder)
    }
}
