import ParseModels

/// Makes an element of each word and line.
struct OCRAssembly: ElementAssembly {
    static var target: WalkTarget { .ocr }

    mutating func read(_ value: WalkedValue, from reader: inout JSONReader) throws(JSONFault) -> OCRElement? {
        value.place == .word ? .word(try OCRWord(from: &reader)) : .line(try OCRLine(from: &reader))
    }
}
