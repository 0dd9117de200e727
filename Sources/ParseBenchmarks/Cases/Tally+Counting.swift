import ParseModels

extension Tally {
    mutating func count(_ chunk: Chunk) {
        chunks = (chunks ?? 0) + 1
        chunkText = (chunkText ?? 0) + chunk.content.utf8.count
        for block in chunk.blocks { count(block) }
    }

    /// Counts a block and its children; walking them here in turn costs no memory.
    mutating func count(_ block: Block) {
        blocks = (blocks ?? 0) + 1
        blockText = (blockText ?? 0) + block.content.utf8.count
        for child in block.children { count(child) }
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
