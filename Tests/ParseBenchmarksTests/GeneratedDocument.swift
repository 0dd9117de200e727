import Foundation

@testable import ParseBenchmarks

/// A small document of a workload, written to a file and read back.
struct GeneratedDocument {
    let bytes: Data
    let statistics: DocumentStatistics

    init(_ workload: Workload, size: Int = 300_000, seed: UInt64 = 1) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        statistics = try DocumentWriter(workload, size: size, seed: seed).write(to: file.path)
        bytes = try Data(contentsOf: file)
    }

    /// What a case finds in it, in pieces of an odd size.
    func tally(of name: String) throws -> Tally {
        var first = FirstElement()
        let input = DocumentInput(source: .memory(bytes, Array(bytes)), pieceSize: 4099)
        return try BenchmarkCases.named(name).run(on: input, first: &first)
    }

    /// How many of a thousand bytes are such.
    func perMille(of isCounted: (UInt8) -> Bool) -> Int {
        bytes.count(where: isCounted) * 1000 / bytes.count
    }
}
