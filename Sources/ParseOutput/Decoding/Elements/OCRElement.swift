public import ParseModels

/// One thing that OCR read.
public enum OCRElement: Sendable, Hashable {
    /// A word: an element of the field `ocr.words`.
    case word(OCRWord)

    /// A line: an element of the field `ocr.lines`.
    case line(OCRLine)
}
