import Foundation

/// A file that is gone after its test.
final class TemporaryFile: Sendable {
    let path: String

    init(_ content: some Sequence<UInt8>, name: String = "saved.json") throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("quickstart-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent(name)
        try Data(content).write(to: file)
        path = file.path
    }

    deinit {
        try? FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent())
    }
}
