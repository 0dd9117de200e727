import Foundation

/// A real output kept outside the repository; tests that need it are skipped where it is absent.
enum RealOutput {
    static let bytes: [UInt8]? = (try? Data(contentsOf: url)).map(Array.init)

    static var isThere: Bool { FileManager.default.fileExists(atPath: url.path) }

    private static let url: URL = {
        if let path = ProcessInfo.processInfo.environment["PARSE_REAL_OUTPUT"] { return URL(fileURLWithPath: path) }
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.appendingPathComponent("../shared/data/real-output-pages-1-5.json").standardized
    }()
}
