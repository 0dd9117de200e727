/// One invented page.
///
/// The same number and seed make the same page.
///
/// A chunk repeats the text of its blocks. So each text is written once, into the chunk's, and copied into its block.
struct Page {
    let number: Int
    let seed: UInt64
    let vocabulary: Vocabulary
    var random: RandomSource
    var blockIndex = 0

    /// How far down the page is full, in points.
    private var depth = 90

    init(_ number: Int, seed: UInt64, languages: Languages) {
        self.number = number
        self.seed = seed
        self.vocabulary = languages.ofPage(number)
        self.random = RandomSource(seed: seed, stream: number)
    }

    /// Writes the page behind those that the chunk has already.
    ///
    /// - Parameters:
    ///   - chunk: the chunk.
    ///   - limit: the most blocks; `nil` for a full page.
    mutating func write(to chunk: inout ChunkParts, limit: Int? = nil) {
        writeHeading(.header, mark: "", to: &chunk)
        writeHeading(.heading, mark: "# ", to: &chunk)
        for _ in 0..<(limit.map { $0 - 2 } ?? random.number(18...23)) {
            switch limit == nil ? random.number(1...100) : 1 {
            case 1...59: writeParagraph(to: &chunk)
            case 60...72: writeHeading(.subheading, mark: "## ", to: &chunk)
            case 73...84: writeList(to: &chunk)
            case 85...89: writeKeyValue(to: &chunk)
            case 90...92: writeFormula(to: &chunk)
            case 93...97: writeFigure(to: &chunk)
            default: writeTable(to: &chunk)
            }
        }
        if limit == nil { writePageNumber(to: &chunk) }
    }

    /// Moves down the page by a block's height, and from its end to its start again: how full it looks is no matter.
    mutating func nextFrame(height: Int) -> Frame {
        if depth + height > 1550 { depth = 90 }
        let frame = Frame.random(top: depth, height: height, from: &random)
        depth += height + 8
        return frame
    }

    mutating func nextID() -> BlockID {
        blockIndex += 1
        return BlockID(page: number, index: blockIndex - 1, seed: seed)
    }
}
