/// A table in Markdown, its first columns to the left and the others to the right.
struct MarkdownTable {
    private var lines: [String]

    init(columns: [String], wordColumns: Int = 1) {
        lines = [
            Self.line(columns), "|" + columns.indices.map { $0 < wordColumns ? "---|" : "---:|" }.joined(),
        ]
    }

    mutating func append(_ cells: [String]) {
        lines.append(Self.line(cells))
    }

    var text: String { lines.joined(separator: "\n") }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }
}
