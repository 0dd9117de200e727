import ParseModels

/// Makes an element of each word and line.
struct OCRAssembly: ElementAssembly {
    static var target: WalkTarget { .ocr }

    mutating func read(
        _ value: WalkedValue,
        from reader: inout JSONReader,
        into element: inout OCRElement?
    ) throws(JSONFault) {
        if value.place == .word {
            var word = OCRWord()
            try word.fill(from: &reader)
            element = .word(word)
        } else {
            var line = OCRLine()
            try line.fill(from: &reader)
            element = .line(line)
        }
    }
}
