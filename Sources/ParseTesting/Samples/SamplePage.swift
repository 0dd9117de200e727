import ParseModels

/// One page of a ``SampleDocument``, filled from top to bottom.
struct SamplePage {
    private let number: Int
    private let seed: UInt64
    private var blocks: [Block] = []
    private var cursor = 60.0

    private static let width = 1_275.0
    private static let height = 1_650.0

    /// Makes the page of that number, which depends on no other.
    init(number: Int, seed: UInt64) {
        self.number = number
        self.seed = seed
        var generator = SampleGenerator(seed: seed, page: number)
        fill(&generator)
    }

    var chunk: Chunk {
        let confidences = blocks.compactMap(\.metadata.avgOCRConfidence)
        return Chunk(
            type: .page,
            content: blocks.map(\.content).joined(separator: "\n\n"),
            metadata: ChunkMetadata(
                pageRange: PageRange(start: number, end: number),
                minOCRConfidence: confidences.min(),
                avgOCRConfidence: confidences.isEmpty ? nil : confidences.reduce(0, +) / Double(confidences.count)
            ),
            blocks: blocks
        )
    }

    /// The words and lines of the page's text, each with a box of its own.
    ///
    /// They are drawn apart from the blocks, which are the same with and without them.
    var ocr: SampleOCR {
        var generator = SampleGenerator(seed: seed, page: number, purpose: 1)
        var ocr = SampleOCR()
        for block in blocks {
            let texts = block.children.isEmpty ? [block] : block.children
            for text in texts { ocr.add(text.content, of: text, page: number, &generator) }
        }
        ocr.addStray("RECEIVED", page: number, &generator)
        return ocr
    }

    private mutating func fill(_ generator: inout SampleGenerator) {
        add(.header, "Harbour Office, Report \(100 + number)", 30, .header, &generator)
        if number == 1 { add(.heading, "# The \(generator.title()) Survey", 60, .heading, &generator) }
        add(.sectionHeading, "## \(number). \(generator.title())", 40, .subheading, &generator)
        for _ in 0..<3 + generator.number(below: 4) {
            let text = (0..<2 + generator.number(below: 4)).map { _ in generator.sentence() }.joined(separator: " ")
            add(.text, text, 90, .text, &generator)
        }
        addRightToLeftText(&generator)
        switch number % 4 {
        case 1: addTable(&generator)
        case 2: addFigure(&generator)
        case 3: addForm(&generator)
        default: addFormula(&generator)
        }
        add(.footer, "Printed on recycled paper", 24, .footer, &generator)
        add(.pageNumber, "<page_number>\(number)</page_number>", 24, .pageNumber, &generator)
    }

    // MARK: Blocks

    private mutating func addRightToLeftText(_ generator: inout SampleGenerator) {
        var text = block(.text, generator.rightToLeftSentence(), 60, .text, &generator)
        text.metadata.textDirection = .rightToLeft
        blocks.append(text)
    }

    private mutating func addTable(_ generator: inout SampleGenerator) {
        let rows =
            [["Port", "High", "Low"]] + (0..<3).map { row in [generator.title(), "0\(row + 6):40", "1\(row):05"] }
        let html = rows.enumerated().map { index, row in
            let tag = index == 0 ? "th" : "td"
            return "<tr>" + row.map { "<\(tag)>\($0)</\(tag)>" }.joined() + "</tr>"
        }
        var table = block(.table, "<table>\(html.joined())</table>", 160, .table, &generator)
        table.details = .table(TableDetails(rowCount: rows.count, columnCount: 3))
        for (row, cells) in rows.enumerated() {
            for (column, text) in cells.enumerated() {
                let frame = Self.cell(of: table.boundingBox, row: row, of: rows.count, column: column, of: cells.count)
                var cell = block(row == 0 ? .tableHead : .tableCell, text, in: frame, nil, &generator)
                cell.parentBlockID = table.id
                cell.details = .tableCell(
                    TableCellDetails(
                        rowIndex: row,
                        columnIndex: column,
                        formatting: row == 0 ? CellFormatting(bold: true) : nil
                    )
                )
                table.children.append(cell)
            }
        }
        blocks.append(table)
    }

    private mutating func addFigure(_ generator: inout SampleGenerator) {
        let caption = generator.sentence()
        let content = "<figure type=\"chart\">Water level<caption>\(caption)</caption></figure>"
        var figure = block(.figure, content, 400, .picture, &generator)
        let url = "https://images.simulated.example/\(figure.id).png?X-Amz-Signature=invented"
        figure.details = .figure(FigureDetails(imageURL: PresignedURL(rawValue: url), figureType: .chart))
        blocks.append(figure)
        var barcode = block(.barcode, "<barcode>HRB-\(1_000 + number)</barcode>", 80, nil, &generator)
        barcode.details = .barcode(BarcodeDetails(decodedValue: "HRB-\(1_000 + number)", format: "Code128"))
        blocks.append(barcode)
    }

    private mutating func addForm(_ generator: inout SampleGenerator) {
        for label in ["Signed by", "Vessel", "Berth"] {
            var entry = block(.keyValue, "\(label): \(generator.title())", 30, nil, &generator)
            entry.details = .keyValue
            blocks.append(entry)
        }
    }

    private mutating func addFormula(_ generator: inout SampleGenerator) {
        var formula = block(.formula, "$h = a \\cos(\\omega t + \\varphi)$", 50, .formula, &generator)
        formula.details = .formula(FormulaDetails(latex: "h = a \\cos(\\omega t + \\varphi)"))
        blocks.append(formula)
    }

    private mutating func add(
        _ type: BlockType,
        _ content: String,
        _ height: Double,
        _ layout: LayoutClass?,
        _ generator: inout SampleGenerator
    ) {
        blocks.append(block(type, content, height, layout, &generator))
    }

    /// A block below the last one.
    private mutating func block(
        _ type: BlockType,
        _ content: String,
        _ height: Double,
        _ layout: LayoutClass?,
        _ generator: inout SampleGenerator
    ) -> Block {
        let left = generator.coordinate(150)
        let top = generator.coordinate(cursor)
        let right = generator.coordinate(1_100)
        cursor += height + 12
        let frame = BoundingBox(left: left, top: top, right: right, bottom: top + height)
        return block(type, content, in: frame, layout, &generator)
    }

    private func block(
        _ type: BlockType,
        _ content: String,
        in frame: BoundingBox,
        _ layout: LayoutClass?,
        _ generator: inout SampleGenerator
    ) -> Block {
        let (left, top) = (frame.left ?? 0, frame.top ?? 0)
        let (right, bottom) = (frame.right ?? 0, frame.bottom ?? 0)
        let confidences = [generator.confidence(), generator.confidence()].sorted()
        return Block(
            id: generator.id(page: number),
            type: type,
            content: content,
            metadata: BlockMetadata(
                page: PageReference(number: number, width: Self.width, height: Self.height),
                minOCRConfidence: confidences[0],
                avgOCRConfidence: confidences[1],
                layoutClass: layout
            ),
            polygon: [
                Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom), Point(x: left, y: bottom),
            ],
            boundingBox: frame
        )
    }

    private static func cell(
        of table: BoundingBox,
        row: Int,
        of rows: Int,
        column: Int,
        of columns: Int
    ) -> BoundingBox {
        let (left, top) = (table.left ?? 0, table.top ?? 0)
        let width = ((table.right ?? 0) - left) / Double(columns)
        let height = ((table.bottom ?? 0) - top) / Double(rows)
        let start = (x: left + Double(column) * width, y: top + Double(row) * height)
        return BoundingBox(left: start.x, top: start.y, right: start.x + width, bottom: start.y + height)
    }
}
