import ParseModels

/// Makes an element of each block.
struct BlockAssembly: ElementAssembly {
    static var target: WalkTarget { .blocks }

    mutating func read(_ value: WalkedValue, from reader: inout JSONReader) throws(JSONFault) -> ChunkBlock? {
        let block = try Block(from: &reader)
        return ChunkBlock(chunkIndex: value.chunkIndex ?? 0, index: value.index, block: block)
    }
}
