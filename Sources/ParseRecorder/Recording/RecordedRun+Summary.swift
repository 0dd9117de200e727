import ParseKit
import ParseTesting

extension RecordedRun {
    /// What is in it, in a few words.
    var summary: String {
        let chunks = output.map { ", \($0.chunks.count) chunks" } ?? ""
        let reason = run.failureReason.map { " (\($0))" } ?? ""
        return "\(run.id): \(run.status)\(reason)\(chunks), \(recording.exchanges.count) exchanges"
    }
}
