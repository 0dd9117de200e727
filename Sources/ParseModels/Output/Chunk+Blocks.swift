extension Chunk {
    /// All blocks in reading order, children included, each after its parent.
    public var allBlocks: BlockSequence { BlockSequence(blocks) }
}

extension ParseRunOutput {
    /// All blocks of the document in reading order, children included, each after its parent.
    public var allBlocks: BlockSequence { BlockSequence(chunks.flatMap(\.blocks)) }
}
