import Foundation
import ParseKit
import ParseTesting

/// A recording that decodes, and what it is called in Swift.
struct Fixture {
    let path: String

    /// The file's name without what it ends in.
    let name: String

    /// The name in Swift.
    let accessor: String

    /// What is in it, in a few words.
    let summary: String

    /// Checks a recording.
    ///
    /// - Parameter path: the recording's path.
    /// - Throws: what is wrong with it, and in which line.
    init(path: String) throws(FixtureProblem) {
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        guard name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw FixtureProblem(path: path, message: "its name holds a control character")
        }
        guard let accessor = SwiftName(name) else {
            throw FixtureProblem(
                path: path, message: "of the file's name no name can be made in Swift: call it by letters")
        }
        do throws(RecordingError) {
            self.summary = Self.summary(of: try RecordedRun(contentsOf: path))
        } catch {
            throw FixtureProblem(path: path, line: error.line, message: error.message)
        }
        self.path = path
        self.name = name
        self.accessor = accessor.text
    }

    private static func summary(of recorded: RecordedRun) -> String {
        let pages = recorded.output.map { output in
            output.chunks.compactMap { $0.metadata.pageRange?.end }.max() ?? 0
        }
        let counts = recorded.output.map { ", \(pages ?? 0) pages, \($0.chunks.count) chunks" } ?? ""
        return "`\(recorded.run.status)`\(counts)"
    }

    /// What the copies are called before their names, as the recordings themselves may be resources too.
    static let resourcePrefix = "ParseFixture-"

    /// Copies the recording into a directory, where it becomes a resource.
    func copy(to directory: URL) throws {
        let copy = directory.appendingPathComponent(Self.resourcePrefix + URL(fileURLWithPath: path).lastPathComponent)
        try Data(contentsOf: URL(fileURLWithPath: path)).write(to: copy, options: .atomic)
    }
}
