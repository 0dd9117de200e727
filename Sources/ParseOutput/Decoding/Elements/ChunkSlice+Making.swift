import ParseModels

extension ChunkSlice {
    /// Makes a slice of a chunk's JSON, such as one that was stored, or a test's own.
    ///
    /// - Parameters:
    ///   - bytes: the chunk, from its opening brace to its closing one.
    ///   - index: its index in the output. Default: 0.
    ///   - limits: how much ``decoded()`` takes. Default: ``DecodingLimits/standard``.
    /// - Throws: what is wrong with the chunk as far as it is read here, as of a document of this chunk alone.
    public init(
        bytes: [UInt8],
        index: Int = 0,
        limits: DecodingLimits = .standard
    ) throws(OutputDecodingError) {
        var decoder = ChunkSliceDecoder(limits: limits)
        decoder.push(#"{"chunks":["#.utf8)
        decoder.push(bytes[...])
        decoder.push("]}".utf8)
        let slice = try decoder.next()
        try decoder.finish()
        guard let slice, slice.bytes.count == bytes.count else {
            throw OutputDecodingError(.malformed, message: "The bytes are not those of one chunk.", byteOffset: 0)
        }
        self.init(
            bytes: bytes,
            index: index,
            byteOffset: 0,
            type: slice.type,
            metadata: slice.metadata,
            place: Place(depth: slice.place.depth, isInRun: false, limits: limits.sanitized)
        )
    }
}
