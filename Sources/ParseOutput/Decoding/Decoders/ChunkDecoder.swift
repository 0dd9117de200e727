public import ParseModels

/// Decodes a parse output, or a whole run that holds one, chunk by chunk.
///
/// Both are told apart on the way, whatever the order of the members. It holds one chunk at a time; the member `ocr` is
/// checked and skipped. For documents that are one single large chunk see ``BlockDecoder``.
public struct ChunkDecoder: ResumableDecoder {
    private var chunkEnd: Int64?
    private var stream: ElementStream<ChunkAssembly>

    /// The number of chunks taken out so far, those included that stood before.
    public private(set) var chunkCount = 0

    /// Makes a decoder that waits for a document's first byte.
    ///
    /// - Parameter limits: how much it takes before it gives up. Default: ``DecodingLimits/standard``.
    public init(limits: DecodingLimits = .standard) {
        stream = ElementStream(ChunkAssembly(), limits: limits)
    }

    /// Makes a decoder that stands behind a chunk of an output, for the bytes that follow it.
    ///
    /// - Parameters:
    ///   - count: how many chunks stand before: at least one, and no more than there are bytes before them.
    ///   - offset: the offset in the document of the first byte that will be pushed, right behind the last of them.
    ///   - limits: how much it takes before it gives up. Default: ``DecodingLimits/standard``.
    public init(behindChunks count: Int, at offset: Int64, limits: DecodingLimits = .standard) {
        let position = ResumedPosition(behindChunks: count, at: offset)
        stream = ElementStream(ChunkAssembly(), limits: limits, from: position)
        chunkCount = position.chunkCount
        chunkEnd = position.offset
    }

    /// The offset behind the last chunk that was taken out, as another decoder can go on from it.
    ///
    /// `nil` before the first chunk, and in a run, which has further members around its output.
    public var resumableOffset: Int64? {
        stream.isOutput ? chunkEnd : nil
    }

    /// The output's metadata, the field `metadata`, once it has passed; `nil` before, and where it is null or missing.
    ///
    /// It usually stands behind the chunks.
    public var metadata: OutputMetadata? { stream.metadata }

    /// The number of bytes pushed so far.
    public var bytesPushed: Int64 { stream.bytesPushed }

    /// The number of bytes that are done with: decoded, or checked and skipped.
    ///
    /// The others are held.
    public var bytesConsumed: Int64 { stream.bytesConsumed }

    /// Takes the next bytes of the document.
    ///
    /// - Parameter bytes: the bytes that follow those pushed before.
    public mutating func push(_ bytes: Span<UInt8>) {
        stream.push(bytes)
    }

    /// Takes the next complete chunk out.
    ///
    /// - Returns: the chunk, or `nil` where none is complete: push more bytes, or finish.
    /// - Throws: what is wrong with the document, and where.
    public mutating func next() throws(OutputDecodingError) -> Chunk? {
        let chunk = try stream.next()
        if chunk != nil {
            chunkCount += 1
            chunkEnd = stream.bytesConsumed
        }
        return chunk
    }

    /// Notes that no more bytes come, and makes sure that the document is complete.
    ///
    /// - Throws: what the document lacks, or what is wrong with the rest of it.
    public mutating func finish() throws(OutputDecodingError) {
        stream.end()
        var rest = self
        while try rest.next() != nil {}
    }
}
