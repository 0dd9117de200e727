import Foundation
import Testing

@Suite("The example of the documentation")
struct ExampleTests {
    @Test("It is what CurlTransport is tested with, line by line")
    func example() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let source = root.appending(path: "Sources/ParseTransportConformance/TransportConformance.swift")
        let comment = try String(contentsOf: source, encoding: .utf8).split(separator: "```")
        let example = try #require(comment.dropFirst().first).split(separator: "\n", omittingEmptySubsequences: false)
            .dropFirst().dropLast().map { $0.dropFirst(4) }
        let test = root.appending(path: "Tests/ParseTransportAdapterTests/CurlConformanceTests.swift")
        let lines = try String(contentsOf: test, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(example.map(String.init) == lines.dropLast().map(String.init))
        #expect(example.filter { !$0.isEmpty }.count <= 10)
    }
}
