public import ParseModels

/// A chunk as it came: its bytes, and of its members only those read that one chooses by.
///
/// To filter chunks, or to hand them on, they need not be built. What has not been read has not been checked either,
/// beyond where it ends: ``decoded()`` does both.
///
/// ```swift
/// for try await slice in body.decoded(by: ChunkSliceDecoder()) where slice.pageRange?.start == 7 {
///     handle(try slice.decoded())
/// }
/// ```
public struct ChunkSlice: Sendable {
    /// The chunk's JSON, from its opening brace to its closing one, byte for byte.
    public let bytes: [UInt8]

    /// Its index in the output, from 0.
    public let index: Int

    /// Where it begins in the document, in bytes.
    public let byteOffset: Int64

    /// How it was cut: the field `type`.
    public let type: ChunkType

    /// Its pages and how well they were read: the field `metadata`.
    public let metadata: ChunkMetadata

    /// Its pages: the field `metadata.pageRange`.
    public var pageRange: PageRange? { metadata.pageRange }

    let place: Place

    /// What errors and limits depend on besides the bytes.
    struct Place: Sendable {
        /// The number of containers around the chunk.
        let depth: Int

        /// Whether the document is a run around its output.
        let isInRun: Bool

        /// The limits of the decoder that found it.
        let limits: DecodingLimits
    }

    init(bytes: [UInt8], index: Int, byteOffset: Int64, type: ChunkType, metadata: ChunkMetadata, place: Place) {
        self.bytes = bytes
        self.index = index
        self.byteOffset = byteOffset
        self.type = type
        self.metadata = metadata
        self.place = place
    }

    /// Builds the chunk, and checks all of it.
    ///
    /// - Returns: the chunk, as ``ChunkDecoder`` gives it.
    /// - Throws: what is wrong with it, with the offset and the path in the whole document. Where several things are
    ///   wrong, it may be another than ``ChunkDecoder`` comes upon first.
    public func decoded() throws(OutputDecodingError) -> Chunk {
        let buffer = InputBuffer(bytes, at: byteOffset)
        return try buffer.withBytes { (bytes) throws(OutputDecodingError) in
            var reader = JSONReader(bytes, base: byteOffset, depth: place.depth, limits: place.limits)
            do throws(JSONFault) {
                return try Chunk(from: &reader)
            } catch {
                var path = DocumentPath()
                if place.isInRun { path.append(member: "output") }
                path.append(member: "chunks")
                path.append(index: index)
                path.append(PathLocator.path(to: Int(error.offset - byteOffset), in: bytes, from: 0))
                throw OutputDecodingError(error, path: path, chunkIndex: index)
            }
        }
    }
}

extension ChunkSlice: Hashable {
    /// Whether both are the same bytes at the same place.
    ///
    /// - Parameters:
    ///   - left: a slice.
    ///   - right: another.
    /// - Returns: whether they are equal.
    public static func == (left: ChunkSlice, right: ChunkSlice) -> Bool {
        left.index == right.index && left.byteOffset == right.byteOffset && left.bytes == right.bytes
    }

    /// Feeds what makes it equal to another.
    ///
    /// - Parameter hasher: where to.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(index)
        hasher.combine(byteOffset)
        hasher.combine(bytes)
    }
}
