/// The colours and fonts of charts, in the light and in the dark.
///
/// A sheet has a ground of its own, so that it can be read on any page; the colours of lines are told apart by people who
/// see no red or no green as well.
enum ChartStyle {
    private static let light = Theme(
        ground: "#ffffff", ink: "#1f2328", quiet: "#59636e", grid: "#d8dee4",
        lines: ["#0072b2", "#c04d00", "#007d5a", "#a3427c", "#59636e"]
    )
    private static let dark = Theme(
        ground: "#0d1117", ink: "#e6edf3", quiet: "#9198a1", grid: "#30363d",
        lines: ["#56b4e9", "#f0a03c", "#3cc8a0", "#e69ac8", "#9198a1"]
    )
    private static let dashes = ["none", "7 4", "2 3", "9 3 2 3", "4 4"]

    /// The style sheet.
    static var css: String {
        """
        text { font-family: system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; font-size: 13px; }
        .title { font-size: 15px; font-weight: 600; }
        .line { fill: none; stroke-width: 2.2; stroke-linejoin: round; }
        \(light.rules)
        \(dashes.enumerated().map { ".line\($0) { stroke-dasharray: \($1); }" }.joined(separator: "\n"))
        @media (prefers-color-scheme: dark) {
        \(dark.rules)
        }
        """
    }

    private struct Theme {
        let ground: String
        let ink: String
        let quiet: String
        let grid: String
        let lines: [String]

        var rules: String {
            let plain = """
                .ground { fill: \(ground); }
                .ink { fill: \(ink); }
                .quiet { fill: \(quiet); }
                .grid { stroke: \(grid); stroke-width: 1; }
                .axis { stroke: \(quiet); stroke-width: 1; }
                """
            let coloured = lines.enumerated().map { index, colour in
                ".line\(index) { stroke: \(colour); } .mark\(index) { fill: \(colour); }"
            }
            return ([plain] + coloured).joined(separator: "\n")
        }
    }
}
