/// What a scanner hands out, and with that how deep it walks into the document.
enum ScanTarget: Sendable {
    case chunks, blocks, ocr

    /// What is done with a value.
    enum Treatment {
        /// Its members or elements are looked at one by one.
        case walk
        /// It is held until it is complete, and handed out.
        case capture
        /// It is checked and forgotten byte by byte.
        case skip
    }

    /// What is done with the value at a place.
    func treatment(of place: OutputPlace) -> Treatment {
        switch place {
        case .root, .output: .walk
        case .metadata: .capture
        case .chunks: self == .ocr ? .skip : .walk
        case .chunk: self == .chunks ? .capture : .walk
        case .blocks: .walk
        case .block: .capture
        case .ocr: self == .ocr ? .walk : .skip
        case .words, .lines: .walk
        case .word, .line: .capture
        case .other: .skip
        }
    }
}
