import ParseModels

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A program that needs nothing but the models: what it is linked with is looked at by a test.
@main
struct Consumer {
    static func main() throws {
        let run = #"{"id": "pr_1", "status": "PROCESSED", "output": {"chunks": [{"content": "Tide table"}]}}"#
        print(try JSONDecoder().decode(ParseRun.self, from: Data(run.utf8)).output?.text ?? "")
    }
}
