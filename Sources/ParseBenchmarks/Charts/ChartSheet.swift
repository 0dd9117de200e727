/// Charts side by side, with the legend that they share, as an SVG document.
struct ChartSheet {
    let title: String

    /// What is to be seen, for those who cannot.
    let summary: String
    let charts: [Chart]

    private static let height = 320.0
    private static let margins = (left: 80.0, right: 24.0, top: 92.0, bottom: 62.0)

    /// Of one chart; several get half of it each.
    private static let width = 720.0

    var svg: String {
        let columns = Double(charts.count)
        let share = columns > 1 ? Self.width * 0.56 : Self.width
        let step = Self.margins.left + share + Self.margins.right
        let drawings = charts.enumerated().map { index, chart in
            ChartDrawing(
                chart: chart,
                left: Self.margins.left + Double(index) * step,
                top: Self.margins.top,
                width: share,
                height: Self.height
            ).svg
        }
        let size = (width: Int(step * columns), height: Int(Self.margins.top + Self.height + Self.margins.bottom))
        let frame = #"width="\#(size.width)" height="\#(size.height)""#
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size.width) \(size.height)" \(frame) role="img">
            <title>\(SVGText.escaped(title))</title>
            <desc>\(SVGText.escaped(summary))</desc>
            <style>
            \(ChartStyle.css)
            </style>
            <rect class="ground" \(frame)/>
            \(legend)
            \(drawings.joined(separator: "\n"))
            </svg>

            """
    }

    /// The names of the lines, in a row.
    private var legend: String {
        var x = Self.margins.left
        var parts: [String] = []
        let y = 30.0
        for (index, series) in (charts.first?.series ?? []).enumerated() {
            let line = "\(Quantity.number(x, digits: 1)),\(Int(y)) \(Quantity.number(x + 34, digits: 1)),\(Int(y))"
            parts.append(#"<polyline class="line line\#(index)" points="\#(line)"/>"#)
            parts.append(ChartMark(index: index).svg(x: x + 17, y: y))
            parts.append(SVGText.label(series.name, "ink", x: x + 42, y: y + 4.5))
            // As wide as the letters are in most fonts.
            x += 42 + Double(series.name.count) * 7.6 + 22
        }
        return parts.joined(separator: "\n")
    }
}
