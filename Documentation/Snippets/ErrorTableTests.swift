import Foundation
import Testing

@Suite("The guide to errors")
struct ErrorTableTests {
    @Test(
        "Tells every code that there is, and what to do",
        arguments: ["ParseKit/Errors/ParseError+Code.swift", "ParseOutput/Download/DownloadError+Code.swift"])
    func codes(_ source: String) throws {
        let root = SampleText.root
        let code = try String(contentsOf: root.appendingPathComponent("Sources/\(source)"), encoding: .utf8)
        let guide = root.appendingPathComponent("Documentation/ParseGuide.docc/ErrorsAndWhatToDo.md")
        // Both types have codes of the same name, so each is looked for in its own part of the guide.
        let parts = try String(contentsOf: guide, encoding: .utf8).components(separatedBy: "## Where a download failed")
        #expect(parts.count == 2)
        let rows = try #require(source.hasPrefix("ParseOutput") ? parts.last : parts.first)
            .components(separatedBy: "\n")
        let names = code.matches(of: /public static let (\w+) = Code/).map { String($0.output.1) }
        #expect(names.count > 15)
        for name in names {
            let cells = rows.filter { $0.hasPrefix("| `\(name)` |") }.map { $0.split(separator: " | ") }
            #expect(cells.contains { $0.count == 3 && $0[2].count > 10 }, "\(name)")
        }
    }
}
