import ParseModels

extension Tally {
    mutating func count(_ chunk: Chunk) {
        chunks = (chunks ?? 0) + 1
        chunkText = (chunkText ?? 0) + chunk.content.utf8.count
        count(chunk.blocks)
    }

    /// Counts a block and its children.
    mutating func count(_ block: Block) {
        blocks = (blocks ?? 0) + 1
        blockText = (blockText ?? 0) + block.content.utf8.count
        count(block.children)
    }

    /// Indices lend what is asked of an element; a loop over the elements would copy each block, which costs what is
    /// measured.
    private mutating func count(_ blocks: [Block]) {
        for index in blocks.indices {
            self.blocks = (self.blocks ?? 0) + 1
            blockText = (blockText ?? 0) + blocks[index].content.utf8.count
            count(blocks[index].children)
        }
    }

    mutating func count(wordOf text: String) {
        words = (words ?? 0) + 1
        wordText = (wordText ?? 0) + text.utf8.count
    }

    mutating func count(_ output: ParseRunOutput) {
        for chunk in output.chunks { count(chunk) }
        for word in output.ocr?.words ?? [] { count(wordOf: word.content) }
        for line in output.ocr?.lines ?? [] { count(wordOf: line.content) }
    }
}
