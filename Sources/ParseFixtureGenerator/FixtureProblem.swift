/// What is wrong with a fixture, as a diagnostic that editors jump to.
struct FixtureProblem: Error, Equatable, CustomStringConvertible {
    let path: String
    var line: Int?
    let message: String

    /// `path:line:column: error: message`.
    var description: String { "\(path):\(line ?? 1):1: error: \(message)" }
}
