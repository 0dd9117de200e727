/// A value of the document, as far as the scanner knows its way there.
///
///     root ─┬─────────── chunks ── chunk ─┬─ blocks ── block
///           ├─ output ─┘└ ocr ─┬─ words ── word
///           └ metadata         └─ lines ── line     └─ chunkType, chunkContent, chunkMetadata, chunkOther
enum OutputPlace: UInt16, Sendable {
    case root, output, metadata, chunks, chunk, blocks, block, ocr, words, word, lines, line

    /// What a chunk has besides its blocks.
    case chunkType, chunkContent, chunkMetadata, chunkOther

    /// Anything the decoders have no use for.
    case other

    /// Whether it is an array where it is not null.
    var isArray: Bool {
        switch self {
        case .chunks, .blocks, .words, .lines: true
        default: false
        }
    }

    /// The place of an element of this array.
    var element: OutputPlace {
        switch self {
        case .chunks: .chunk
        case .blocks: .block
        case .words: .word
        case .lines: .line
        default: .other
        }
    }

    /// The place of a member of this object.
    func member(_ key: MemberKey) -> OutputPlace {
        switch self {
        case .root, .output:
            switch key {
            case "chunks": .chunks
            case "ocr": .ocr
            case "metadata": .metadata
            case "output": self == .root ? .output : .other
            default: .other
            }
        case .chunk:
            switch key {
            case "type": .chunkType
            case "content": .chunkContent
            case "metadata": .chunkMetadata
            case "blocks": .blocks
            default: .chunkOther
            }
        case .ocr:
            switch key {
            case "words": .words
            case "lines": .lines
            default: .other
            }
        default: .other
        }
    }
}
