import ParseModels

/// The words and lines of a ``SamplePage``.
struct SampleOCR {
    private(set) var words: [OCRWord] = []
    private(set) var lines: [OCRLine] = []

    private static let wordsPerLine = 12
    private static let lineHeight = 20.0
    private static let wordWidth = 78.0

    /// Sets text in lines, as wide as a block, from its top.
    mutating func add(_ text: String, of block: Block, page: Int, _ generator: inout SampleGenerator) {
        let all = text.split { $0 == " " || $0 == "\n" }.map(String.init)
        for (row, start) in stride(from: 0, to: all.count, by: Self.wordsPerLine).enumerated() {
            let content = Array(all[start..<min(start + Self.wordsPerLine, all.count)])
            let top = (block.boundingBox.top ?? 0) + Double(row) * Self.lineHeight
            addLine(content, of: block, at: top, page: page, &generator)
        }
    }

    /// A word that belongs to no block, as a stamp across the page.
    mutating func addStray(_ text: String, page: Int, _ generator: inout SampleGenerator) {
        let left = generator.coordinate(5)
        let top = generator.coordinate(5)
        words.append(
            OCRWord(
                content: text,
                boundingBox: BoundingBox(left: left, top: top, right: left + 18, bottom: top + 64),
                confidence: Double(300 + generator.number(below: 400)) / 1_000,
                pageNumber: page,
                rotation: page.isMultiple(of: 2) ? 90 : nil
            )
        )
    }

    private mutating func addLine(
        _ content: [String],
        of block: Block,
        at top: Double,
        page: Int,
        _ generator: inout SampleGenerator
    ) {
        let start = block.boundingBox.left ?? 0
        for (place, word) in content.enumerated() {
            let left = generator.coordinate(start + Double(place) * Self.wordWidth)
            words.append(
                OCRWord(
                    content: word,
                    boundingBox: BoundingBox(left: left, top: top, right: left + 70, bottom: top + 18),
                    confidence: generator.confidence(),
                    pageNumber: page,
                    blockID: block.id,
                    rotation: 0
                )
            )
        }
        lines.append(
            OCRLine(
                content: content.joined(separator: " "),
                boundingBox: BoundingBox(
                    left: start,
                    top: top,
                    right: start + Double(content.count) * Self.wordWidth,
                    bottom: top + 18
                ),
                confidence: generator.confidence(),
                pageNumber: page,
                blockID: block.id
            )
        )
    }
}
