import ParseModels

/// Cuts chunks out as they are, with what is asked of them most read on the way.
struct ChunkSliceAssembly: ElementAssembly {
    static var target: WalkTarget { .slices }

    private let limits: DecodingLimits
    private var type = ChunkType.page
    private var metadata = ChunkMetadata()

    init(limits: DecodingLimits) {
        self.limits = limits
    }

    mutating func begin(_ place: OutputPlace) {
        type = .page
        metadata = ChunkMetadata()
    }

    mutating func read(
        _ value: WalkedValue,
        from reader: inout JSONReader,
        into element: inout ChunkSlice?
    ) throws(JSONFault) {
        switch value.place {
        case .chunkType: type = try reader.readOptionalWire() ?? .page
        case .chunkMetadata: try reader.read(into: &metadata)
        default: try reader.skipValue()
        }
    }

    mutating func end(
        _ chunk: WalkedValue,
        text: () -> [UInt8],
        in shape: DocumentWalker.Shape?
    ) -> ChunkSlice? {
        ChunkSlice(
            bytes: text(),
            index: chunk.index,
            byteOffset: chunk.start,
            type: type,
            metadata: metadata,
            place: ChunkSlice.Place(depth: chunk.depth, isInRun: shape == .run, limits: limits)
        )
    }
}
