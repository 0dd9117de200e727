public import ParseModels

/// Decodes the blocks of a parse output, or of a whole run that holds one, one by one.
///
/// A chunk may hold a whole document; this holds one block at a time, whatever the size of the chunk. The chunk's other
/// members, its `content` among them, are checked for being JSON and skipped, and so is the member `ocr`. Children stay
/// inside their block.
public struct BlockDecoder: IncrementalDecoder {
    private var stream: ElementStream<BlockAssembly>

    /// Makes a decoder that waits for a document's first byte.
    ///
    /// - Parameter limits: how much it takes before it gives up. Default: ``DecodingLimits/standard``.
    public init(limits: DecodingLimits = .standard) {
        stream = ElementStream(BlockAssembly(), limits: limits)
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

    /// Takes the next complete block out.
    ///
    /// - Returns: the block with its place, or `nil` where none is complete: push more bytes, or finish.
    /// - Throws: what is wrong with the document, and where.
    public mutating func next() throws(OutputDecodingError) -> ChunkBlock? {
        try stream.next()
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
