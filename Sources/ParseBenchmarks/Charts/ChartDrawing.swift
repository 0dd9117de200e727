/// One chart at its place on a sheet, as SVG.
struct ChartDrawing {
    let chart: Chart

    /// The corner of the space that the lines have, and how much it is.
    let left: Double
    let top: Double
    let width: Double
    let height: Double

    var svg: String {
        ([title] + chart.x.ticks.map(xTick) + chart.y.ticks.map(yTick) + [axes, xLabel, yLabel]
            + chart.series.indices.map(line)).joined(separator: "\n")
    }

    private var title: String {
        label(chart.title, "title ink", x: left, y: top - 14, anchor: "start")
    }

    private var xLabel: String {
        label(chart.x.label, "quiet", x: left + width / 2, y: top + height + 42, anchor: "middle")
    }

    private var yLabel: String {
        let place = "translate(\(text(left - 52)) \(text(top + height / 2))) rotate(-90)"
        return
            #"<text class="quiet" text-anchor="middle" transform="\#(place)">\#(SVGText.escaped(chart.y.label))</text>"#
    }

    private var axes: String {
        let bottom = text(top + height)
        return #"<path class="axis" fill="none" d="M\#(text(left)) \#(text(top))V\#(bottom)H\#(text(left + width))"/>"#
    }

    private func xTick(_ tick: (value: Double, text: String)) -> String {
        let x = x(tick.value)
        return #"<path class="grid" d="M\#(text(x)) \#(text(top))V\#(text(top + height))"/>"#
            + label(tick.text, "quiet", x: x, y: top + height + 19, anchor: "middle")
    }

    private func yTick(_ tick: (value: Double, text: String)) -> String {
        let y = y(tick.value)
        return #"<path class="grid" d="M\#(text(left)) \#(text(y))H\#(text(left + width))"/>"#
            + label(tick.text, "quiet", x: left - 8, y: y + 4.5, anchor: "end")
    }

    private func line(_ index: Int) -> String {
        let points = chart.series[index].points.map { (x: x($0.x), y: y($0.y), isMarked: $0.isMarked) }
        let corners = points.map { "\(text($0.x)),\(text($0.y))" }.joined(separator: " ")
        let marks = points.filter(\.isMarked).map { ChartMark(index: index).svg(x: $0.x, y: $0.y) }
        return ([#"<polyline class="line line\#(index)" points="\#(corners)"/>"#] + marks).joined(separator: "\n")
    }

    private func x(_ value: Double) -> Double { left + width * chart.x.position(of: value) }

    private func y(_ value: Double) -> Double { top + height * (1 - chart.y.position(of: value)) }

    private func label(_ words: String, _ kind: String, x: Double, y: Double, anchor: String) -> String {
        SVGText.label(words, kind, x: x, y: y, anchor: anchor)
    }

    private func text(_ value: Double) -> String { Quantity.number(value, digits: 1) }
}
