extension Page {
    /// Writes a whole block; without details of its own it has an empty object.
    mutating func write(
        _ style: BlockStyle,
        text: Range<Int>,
        height: Int,
        to chunk: inout ChunkParts,
        details: (inout JSONBytes) -> Void = { $0.append("{}") }
    ) {
        open(style, text: text, height: height, to: &chunk, details: details)
        chunk.blocks.append("}")
    }

    /// Writes a block up to the place where its children would follow, its members in the order of the API.
    mutating func open(
        _ style: BlockStyle,
        text: Range<Int>,
        height: Int,
        parent: BlockID? = nil,
        to chunk: inout ChunkParts,
        details: (inout JSONBytes) -> Void
    ) {
        if parent == nil, chunk.blocks.count > 0 { chunk.blocks.append(",") }
        chunk.blocks.append(#"{"object":"block","details":"#)
        details(&chunk.blocks)
        chunk.blocks.append(#","id":""#)
        chunk.blocks.append(nextID())
        if let parent {
            chunk.blocks.append(#"","parentBlockId":""#)
            chunk.blocks.append(parent)
        }
        chunk.blocks.append(#"","type":""#)
        chunk.blocks.append(style.type)
        chunk.blocks.append(#"","content":""#)
        chunk.blocks.append(text, of: chunk.content)
        chunk.blocks.append(#"","metadata":{"page":{"number":"#)
        chunk.blocks.append(number)
        chunk.blocks.append(#","width":1275,"height":1651},"layoutClass":""#)
        chunk.blocks.append(style.layoutClass)
        chunk.blocks.append(#"","minOcrConfidence":"#)
        chunk.blocks.append(confidence: random.number(612...985))
        chunk.blocks.append(#","avgOcrConfidence":"#)
        chunk.blocks.append(confidence: random.number(985...999))
        chunk.blocks.append(#","textDirection":"ltr"}"#)
        chunk.blocks.append(polygonAndBoxOf: nextFrame(height: height))
        chunk.blockCount += 1
    }
}
