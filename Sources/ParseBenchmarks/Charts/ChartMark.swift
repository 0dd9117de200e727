/// How one line is told from the others without its colour: by its dashes and the shape of its marks.
struct ChartMark {
    /// Which line it is, from 0.
    let index: Int

    private static let radius = 4.5

    /// The mark at a place, as SVG.
    func svg(x: Double, y: Double) -> String {
        let r = Self.radius
        let points: [(Double, Double)]
        switch index % 5 {
        case 0: return #"<circle class="mark\#(index)" cx="\#(text(x))" cy="\#(text(y))" r="\#(text(r))"/>"#
        case 1: points = [(-r, -r), (r, -r), (r, r), (-r, r)]
        case 2: points = [(0, -r - 1), (r + 1, r), (-r - 1, r)]
        case 3: points = [(0, -r - 1.5), (r + 1.5, 0), (0, r + 1.5), (-r - 1.5, 0)]
        default: points = [(-r - 1, -r), (r + 1, -r), (0, r + 1)]
        }
        let corners = points.map { text(x + $0.0) + "," + text(y + $0.1) }.joined(separator: " ")
        return #"<polygon class="mark\#(index)" points="\#(corners)"/>"#
    }

    private func text(_ value: Double) -> String { Quantity.number(value, digits: 1) }
}
