/// One line of a chart.
struct ChartSeries {
    /// A place on the line.
    struct Point {
        let x: Double
        let y: Double

        /// Whether it is one of the values of the table, which get a mark.
        var isMarked = true
    }

    /// Its name in the legend.
    let name: String
    let points: [Point]
}
