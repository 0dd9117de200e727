/// Lines over two axes.
struct Chart {
    let title: String
    let x: ChartAxis
    let y: ChartAxis
    let series: [ChartSeries]
}
