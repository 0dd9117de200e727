public import ParseModels

/// A block together with its place in the document.
public struct ChunkBlock: Sendable, Hashable {
    /// The index of its chunk in the output, from 0.
    public var chunkIndex: Int

    /// Its index among the blocks of its chunk, from 0.
    public var index: Int

    /// The block, with all its children.
    public var block: Block

    /// Puts a block in its place.
    ///
    /// - Parameters:
    ///   - chunkIndex: the index of its chunk, from 0.
    ///   - index: its index among the blocks of its chunk, from 0.
    ///   - block: the block.
    public init(chunkIndex: Int, index: Int, block: Block) {
        self.chunkIndex = chunkIndex
        self.index = index
        self.block = block
    }
}
