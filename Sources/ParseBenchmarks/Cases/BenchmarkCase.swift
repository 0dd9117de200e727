/// One way of reading a document.
///
/// A new way is a file of its own and a line in ``BenchmarkCases``.
protocol BenchmarkCase: Sendable {
    /// Its name on the command line.
    var name: String { get }

    /// What it does, for the list.
    var summary: String { get }

    /// Whether the others are compared with it.
    var isBaseline: Bool { get }

    /// Whether it is measured with such documents unless it is asked for by name.
    func suits(_ workload: Workload) -> Bool

    /// Reads the document once.
    ///
    /// - Parameters:
    ///   - input: the document.
    ///   - first: to be noted at each element.
    /// - Returns: what was found, to be compared with what others found.
    /// - Throws: why the document could not be read.
    func run(on input: DocumentInput, first: inout FirstElement) throws -> Tally
}

extension BenchmarkCase {
    var isBaseline: Bool { false }

    func suits(_ workload: Workload) -> Bool { true }
}
