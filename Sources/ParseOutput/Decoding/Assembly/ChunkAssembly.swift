import ParseModels

/// Puts chunks together of their parts, so that a chunk that arrives in pieces is read once, block by block.
struct ChunkAssembly: ElementAssembly {
    static var target: WalkTarget { .chunks }

    private var chunk = Chunk()

    /// How many blocks the last chunk had: about as many as the next, so that its array need not grow by and by.
    private var lastCount = 0

    /// The most blocks that are made room for beforehand.
    private static let mostExpected = 64

    mutating func begin(_ place: OutputPlace) {
        if place == .blocks {
            chunk.blocks = []
            chunk.blocks.reserveCapacity(min(lastCount, Self.mostExpected))
        } else {
            chunk = Chunk()
        }
    }

    @inline(__always)
    mutating func read(
        _ value: WalkedValue,
        from reader: inout JSONReader,
        into element: inout Chunk?
    ) throws(JSONFault) {
        switch value.place {
        case .block: try readBlock(&reader)
        case .chunkType: chunk.type = try reader.readOptionalWire() ?? .page
        case .chunkContent: chunk.content = try reader.readOptionalString() ?? ""
        case .chunkMetadata: try reader.read(into: &chunk.metadata)
        default: try reader.skipValue()
        }
    }

    /// Reads a block at its place among the others.
    @inline(__always)
    private mutating func readBlock(_ reader: inout JSONReader) throws(JSONFault) {
        chunk.blocks.append(Block())
        do throws(JSONFault) {
            try chunk.blocks[chunk.blocks.count - 1].fill(from: &reader)
        } catch {
            chunk.blocks.removeLast()
            throw error
        }
    }

    mutating func end(_: WalkedValue, text: () -> [UInt8], in shape: DocumentWalker.Shape?) -> Chunk? {
        defer { chunk = Chunk() }
        lastCount = chunk.blocks.count
        return chunk
    }
}
