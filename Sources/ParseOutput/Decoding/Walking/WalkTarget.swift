/// What a walk through the document hands out, and with that how deep it goes.
enum WalkTarget: Sendable {
    case chunks, slices, blocks, ocr

    /// What is done with a value.
    enum Treatment {
        /// Its members or elements are looked at one by one.
        case walk
        /// It is handed to whoever reads it.
        case capture
        /// It is checked and forgotten byte by byte.
        case skip
        /// It is held unchecked, as a part of the value around it.
        case pass
    }

    /// What is done with the value at a place.
    func treatment(of place: OutputPlace) -> Treatment {
        switch place {
        case .root, .output: .walk
        case .metadata: .capture
        case .chunks: self == .ocr ? .skip : .walk
        case .chunk: .walk
        case .chunkType, .chunkMetadata: holdsChunk ? .capture : .skip
        case .chunkContent: self == .chunks ? .capture : isPassing ? .pass : .skip
        case .blocks: isPassing ? .pass : .walk
        case .block: .capture
        case .ocr: self == .ocr ? .walk : .skip
        case .words, .lines: .walk
        case .word, .line: .capture
        case .chunkOther: isPassing ? .pass : .skip
        case .other: .skip
        }
    }

    /// Whether what is handed out are chunks, put together of their parts.
    var holdsChunk: Bool { self == .chunks || self == .slices }

    /// Whether the bytes of a chunk are handed out as they are.
    var isPassing: Bool { self == .slices }

    /// Whether a member may come twice, the last one counting: not where its parts are handed out as they pass.
    func allowsRepeating(_ place: OutputPlace) -> Bool {
        switch place {
        case .chunks, .ocr, .output, .words, .lines: false
        case .blocks: holdsChunk
        default: true
        }
    }
}
