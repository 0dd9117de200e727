import Foundation
import Testing

/// The samples of the documentation: as they are compiled in this target, and as the texts print them.
enum SampleText {
    /// A fenced block of Swift in a text.
    struct Fence {
        let file: String
        let line: Int

        /// What the comment before it says: `sample: NAME`, or `manifest`; `nil` without one.
        let mark: String?
        let lines: [String]
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The README and every text below `Documentation`, by their paths from the root.
    static func texts() throws -> [(path: String, text: String)] {
        let below = try FileManager.default.subpathsOfDirectory(
            atPath: root.appendingPathComponent("Documentation").path)
        let paths = ["README.md"] + below.filter { $0.hasSuffix(".md") }.map { "Documentation/\($0)" }.sorted()
        return try paths.map { path in
            (path, try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
        }
    }

    /// The blocks of Swift in a text.
    static func fences(in text: String, of file: String) -> [Fence] {
        let lines = text.components(separatedBy: "\n")
        // One that is indented, as in a list, is found too.
        return lines.indices.filter { lines[$0].drop { $0 == " " }.hasPrefix("```swift") }.map { start in
            let body = lines[(start + 1)...].prefix { !$0.drop { $0 == " " }.hasPrefix("```") }
            let before = lines[..<start].last ?? ""
            let isMarked = before.hasPrefix("<!-- ") && before.hasSuffix(" -->")
            let mark = isMarked ? String(before.dropFirst(5).dropLast(4)) : nil
            return Fence(file: file, line: start + 1, mark: mark, lines: Array(body))
        }
    }

    /// The samples that are compiled here, by their names, without their common indentation.
    static func compiled() throws -> [String: [String]] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix("Samples.swift")
        }
        var samples: [String: [String]] = [:]
        for file in files {
            let lines = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
                .components(separatedBy: "\n")
            for start in lines.indices {
                let words = lines[start].split(separator: " ")
                guard words.count == 3, words[0] == "//", words[1] == "sample:" else { continue }
                let body = lines[(start + 1)...].prefix { $0.trimmingCharacters(in: .whitespaces) != "// end" }
                #expect(samples[String(words[2])] == nil, "\(words[2]) is compiled twice")
                samples[String(words[2])] = withoutIndentation(Array(body))
            }
        }
        return samples
    }

    private static func withoutIndentation(_ lines: [String]) -> [String] {
        let indentation = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { String($0.dropFirst(min(indentation, $0.count))) }
    }
}
