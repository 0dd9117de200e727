import ParseKit
import ParseTesting

/// A run that nobody has paid for: the same bytes each time.
enum InventedRun: String, CaseIterable {
    /// A page with a table.
    case invoice
    /// Three pages with blocks of every type.
    case report
    /// Two pages with the words and lines of their OCR.
    case scan
    /// A file that could not be opened.
    case locked

    static var names: [String] { allCases.map(\.rawValue) }

    /// The run as a simulated service keeps it.
    func simulated() throws(SimulationError) -> SimulatedRun {
        let run = SimulatedRun("pr_simulated_\(rawValue)", fileName: "\(rawValue).pdf")
            .pending(for: .milliseconds(500))
            .processing(for: .seconds(3))
        switch self {
        case .invoice: return run.processed(try .output(InventedInvoice.output))
        case .report: return run.processed(.pages(3, seed: 41))
        case .scan: return run.processed(.pages(2, seed: 42, includesOCR: true))
        case .locked: return run.failed(.passwordProtectedFile, message: "The file is protected by a password.")
        }
    }
}
