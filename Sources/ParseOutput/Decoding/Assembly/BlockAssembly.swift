import ParseModels

/// Makes an element of each block.
struct BlockAssembly: ElementAssembly {
    static var target: WalkTarget { .blocks }

    mutating func read(
        _ value: WalkedValue,
        from reader: inout JSONReader,
        into element: inout ChunkBlock?
    ) throws(JSONFault) {
        var read = ChunkBlock(chunkIndex: value.chunkIndex ?? 0, index: value.index, block: Block())
        try read.block.fill(from: &reader)
        element = read
    }
}
