/// A chunk in the making: the text of its pages, and their blocks.
struct ChunkParts {
    /// The inside of the string `content`.
    var content = JSONBytes()

    /// The inside of the array `blocks`.
    var blocks = JSONBytes()

    /// The number of blocks, children included.
    var blockCount = 0

    var count: Int { content.count + blocks.count }

    mutating func removeAll() {
        content.removeAll()
        blocks.removeAll()
        blockCount = 0
    }
}
