public import ParseModels

/// An invented document as the service would parse it: the same for the same seed, of any number of pages.
///
/// Its pages hold every type of block, tables with cells, Unicode of several scripts, and coordinates with as many
/// digits as real ones.
public struct SampleDocument: Sendable, Hashable {
    /// How many pages it has.
    public let pages: Int

    /// What its text, numbers and layout are drawn from.
    public let seed: UInt64

    /// Whether it carries words and lines of OCR.
    public let includesOCR: Bool

    /// Describes a document.
    ///
    /// - Parameters:
    ///   - pages: how many pages it has; less than one counts as one.
    ///   - seed: what everything is drawn from. Default: 1.
    ///   - includesOCR: whether it carries words and lines of OCR. Default: `false`.
    public init(pages: Int, seed: UInt64 = 1, includesOCR: Bool = false) {
        self.pages = max(1, pages)
        self.seed = seed
        self.includesOCR = includesOCR
    }

    /// The parsed document, a chunk a page.
    public var output: ParseRunOutput {
        var generator = SampleGenerator(seed: seed)
        var chunks: [Chunk] = []
        var words: [OCRWord] = []
        for number in 1...pages {
            var page = SamplePage(number: number, isFirst: number == 1)
            page.fill(&generator)
            chunks.append(page.chunk)
            if includesOCR { words += page.words(&generator) }
        }
        return ParseRunOutput(
            chunks: chunks,
            ocr: includesOCR ? OCRLayer(words: words, lines: []) : nil,
            metadata: OutputMetadata(
                originalMIMEType: "application/pdf",
                finalMIMEType: "application/pdf",
                pages: (1...pages).map {
                    PageMetadata(
                        number: $0,
                        rotationApplied: 0,
                        originalPageWidth: 612,
                        originalPageHeight: 792,
                        dpi: 150
                    )
                }
            )
        )
    }
}
