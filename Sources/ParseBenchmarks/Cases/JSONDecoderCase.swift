import ParseModels

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What everybody has: Foundation's decoder over the whole document.
struct JSONDecoderCase: BenchmarkCase {
    let name = "json"
    let summary = "Foundation's JSONDecoder of the whole document, a ParseRun or its ParseRunOutput"
    let isBaseline = true

    func run(on input: DocumentInput, first: inout FirstElement) throws -> Tally {
        let data = try input.whole()
        let output =
            if data.starts(with: Self.beginningOfRun) {
                try JSONDecoder().decode(ParseRun.self, from: data).output
            } else {
                try JSONDecoder().decode(ParseRunOutput.self, from: data)
            }
        first.note()
        var tally = Tally()
        if let output { tally.count(output) }
        return tally
    }

    /// Runs and outputs have no member in common that would come first.
    private static let beginningOfRun = Array(#"{"object""#.utf8)
}
