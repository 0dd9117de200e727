extension Page {
    /// Writes a text at the end of the chunk's, a paragraph of its own.
    ///
    /// - Returns: where it lies in the chunk's text.
    mutating func text(in chunk: inout ChunkParts, _ compose: (inout Page, inout JSONBytes) -> Void) -> Range<Int> {
        if chunk.content.count > 0 { chunk.content.append(#"\n\n"#) }
        let start = chunk.content.count
        compose(&self, &chunk.content)
        return start..<chunk.content.count
    }

    /// Writes sentences of about this many bytes.
    mutating func prose(bytes: Int, to text: inout JSONBytes) {
        let end = text.count + bytes
        var inSentence = 0
        while true {
            let word = vocabulary.words[random.number(0...vocabulary.words.count - 1)]
            let dice = random.number(1...64)
            if dice <= 3 {
                text.append(vocabulary.openQuote)
                text.append(word)
                text.append(vocabulary.closeQuote)
            } else {
                text.append(word)
            }
            guard text.count < end else { return }
            inSentence += 1
            if inSentence > 8, dice > 56 {
                text.append(vocabulary.fullStop)
                inSentence = 0
            } else {
                text.append(vocabulary.space)
            }
        }
    }
}
