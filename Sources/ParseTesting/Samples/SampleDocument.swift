public import ParseModels

/// An invented document as the service would parse it: the same for the same seed, of any number of pages.
///
/// Its pages hold every type of block, tables with cells, Unicode of several scripts in both directions, and coordinates
/// with as many digits as real ones. A page depends on its number and the seed only, so that the first pages of a longer
/// document are those of a shorter one.
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
    ///
    /// For documents too large to hold there is ``pieces``.
    public var output: ParseRunOutput {
        let content = (1...pages).map(page)
        return ParseRunOutput(
            chunks: content.map(\.chunk),
            ocr: includesOCR ? Self.layer(content.map(\.ocr)) : nil,
            metadata: OutputMetadata(
                originalMIMEType: Self.mimeType,
                finalMIMEType: Self.mimeType,
                pages: (1...pages).map(metadata)
            )
        )
    }

    static let mimeType = "application/pdf"

    /// A page, which depends on no other.
    func page(_ number: Int) -> SamplePage {
        SamplePage(number: number, seed: seed)
    }

    /// How the service turned a page: one in four the other way up, two lying on a side.
    func metadata(ofPage number: Int) -> PageMetadata {
        PageMetadata(
            number: number,
            rotationApplied: [0, -90, 180, 90][(number - 1) % 4],
            originalPageWidth: 612,
            originalPageHeight: 792,
            dpi: 150
        )
    }

    private static func layer(_ pages: [SampleOCR]) -> OCRLayer {
        OCRLayer(words: pages.flatMap(\.words), lines: pages.flatMap(\.lines))
    }
}
