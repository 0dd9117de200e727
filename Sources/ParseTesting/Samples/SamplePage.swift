import ParseModels

/// One page of a ``SampleDocument``, filled from top to bottom.
struct SamplePage {
    private let number: Int
    private let isFirst: Bool
    private var blocks: [Block] = []
    private var cursor = 60.0

    private static let width = 1_275.0
    private static let height = 1_650.0

    init(number: Int, isFirst: Bool) {
        self.number = number
        self.isFirst = isFirst
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

    mutating func fill(_ generator: inout SampleGenerator) {
        add(.header, "Harbour Office, Report \(100 + number)", 30, .header, &generator)
        if isFirst { add(.heading, "# The \(generator.title()) Survey", 60, .heading, &generator) }
        add(.sectionHeading, "## \(number). \(generator.title())", 40, .subheading, &generator)
        for _ in 0..<3 + generator.number(below: 4) {
            let text = (0..<2 + generator.number(below: 4)).map { _ in generator.sentence() }.joined(separator: " ")
            add(.text, text, 90, .text, &generator)
        }
        switch number % 4 {
        case 1: addTable(&generator)
        case 2: addFigure(&generator)
        case 3: addForm(&generator)
        default: addFormula(&generator)
        }
        add(.footer, "Printed on recycled paper", 24, .footer, &generator)
        add(.pageNumber, "<page_number>\(number)</page_number>", 24, .pageNumber, &generator)
    }

    /// The words of the page's text, each with a box of its own.
    func words(_ generator: inout SampleGenerator) -> [OCRWord] {
        blocks.flatMap { block in
            block.content.split(separator: " ").enumerated().map { place, word in
                let left = generator.coordinate(Double(150 + place % 12 * 80))
                let top = generator.coordinate(block.boundingBox.top ?? 0)
                return OCRWord(
                    content: String(word),
                    boundingBox: BoundingBox(left: left, top: top, right: left + 70, bottom: top + 18),
                    confidence: generator.confidence(),
                    pageNumber: number,
                    blockID: block.id,
                    rotation: 0
                )
            }
        }
    }

    // MARK: Blocks

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
                var cell = block(row == 0 ? .tableHead : .tableCell, text, 0, nil, &generator)
                cell.parentBlockID = table.id
                cell.details = .tableCell(TableCellDetails(rowIndex: row, columnIndex: column))
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
        let bottom = top + max(height, 18)
        cursor += height + 12
        return Block(
            id: generator.id(page: number),
            type: type,
            content: content,
            metadata: BlockMetadata(
                page: PageReference(number: number, width: Self.width, height: Self.height),
                minOCRConfidence: generator.confidence(),
                avgOCRConfidence: generator.confidence(),
                layoutClass: layout
            ),
            polygon: [
                Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom), Point(x: left, y: bottom),
            ],
            boundingBox: BoundingBox(left: left, top: top, right: right, bottom: bottom)
        )
    }
}
