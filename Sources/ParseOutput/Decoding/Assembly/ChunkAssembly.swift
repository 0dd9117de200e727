import ParseModels

/// Puts chunks together of their parts, so that a chunk that arrives in pieces is read once, block by block.
struct ChunkAssembly: ElementAssembly {
    static var target: WalkTarget { .chunks }

    private var chunk = Chunk()

    mutating func begin(_ place: OutputPlace) {
        if place == .blocks {
            chunk.blocks = []
        } else {
            chunk = Chunk()
        }
    }

    @inline(__always)
    mutating func read(_ value: WalkedValue, from reader: inout JSONReader) throws(JSONFault) -> Chunk? {
        switch value.place {
        case .block: chunk.blocks.append(try Block(from: &reader))
        case .chunkType: chunk.type = try reader.readOptionalWire() ?? .page
        case .chunkContent: chunk.content = try reader.readOptionalString() ?? ""
        case .chunkMetadata: chunk.metadata = try reader.readOptional() ?? ChunkMetadata()
        default: try reader.skipValue()
        }
        return nil
    }

    mutating func end(_: WalkedValue, text: () -> [UInt8], in shape: DocumentWalker.Shape?) -> Chunk? {
        defer { chunk = Chunk() }
        return chunk
    }
}
