#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Serves documents from this process, downloads them in others, and sums up.
struct DownloadRunner {
    let arguments: BenchmarkArguments
    let console: Console

    /// How many connections break, and in how long a document.
    static let resets = 5
    private static let resumedSize = 512 << 20
    private static let slowSize = 1 << 30
    private static let waySize = 200_000_000

    func run() throws -> DownloadFigures {
        let directory = FileManager.default.temporaryDirectory.appending(path: "parse-benchmarks-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let large = directory.appending(path: "large.json").path
        console.status("writing \(Quantity.megabytes(Self.slowSize))")
        let size = try DocumentWriter(.pages, size: Self.slowSize, seed: arguments.seed).write(to: large).bytes
        let way = directory.appending(path: "way.json").path
        let document = try DocumentWriter(.pages, size: Self.waySize, seed: arguments.seed).write(to: way)
        let server = try DownloadServer(path: way, size: document.bytes)
        var curl: [Double] = []
        var rounds: [String: [FetchResult]] = [:]
        for round in 1...arguments.rounds {
            console.status("the whole way: round \(round) of \(arguments.rounds)")
            if let seconds = try curlSeconds(server.url) { curl.append(seconds) }
            for kind in [FetchKind.bytes, .chunks] {
                let result = try fetch(kind, server.url)
                guard result.deliveredBytes == document.bytes, result.chunks ?? document.chunks == document.chunks
                else {
                    throw BenchmarkFailure("\(kind.rawValue) did not get the document that was served")
                }
                rounds[kind.rawValue, default: []].append(result)
            }
        }
        return DownloadFigures(
            command: "parse-benchmarks --download --rounds \(arguments.rounds)",
            swift: Executable.swiftVersion,
            isOptimized: Executable.isOptimized,
            resumed: try resumed(large),
            slow: try slow(large, size: size),
            document: document,
            curl: curl,
            rounds: rounds
        )
    }

    private func resumed(_ path: String) throws -> FetchResult {
        console.status("\(Self.resets) resets")
        let server = try DownloadServer(path: path, size: Self.resumedSize, resets: Self.resets)
        return try fetch(.bytes, server.url)
    }

    private func slow(_ path: String, size: Int) throws -> [String: FetchResult] {
        let server = try DownloadServer(path: path, size: size)
        var results: [String: FetchResult] = [:]
        for kind in [FetchKind.slow, .slowWindowed, .slowURLSession] {
            console.status("\(kind.rawValue): \(Quantity.megabytes(size))")
            results[kind.rawValue] = try fetch(kind, server.url)
        }
        return results
    }

    private func fetch(_ kind: FetchKind, _ url: String) throws -> FetchResult {
        let line = try ChildProcess.output(of: Executable.path, ["--fetch", kind.rawValue, url])
        return try JSONDecoder().decode(FetchResult.self, from: Data(line))
    }

    /// What the standard tool takes from the same server; `nil` where it is not installed.
    private func curlSeconds(_ url: String) throws -> Double? {
        let words = ["-s", "-o", "/dev/null", "-w", "%{time_total}", url]
        guard let output = try? ChildProcess.output(of: "curl", words) else { return nil }
        return Double(String(decoding: output, as: UTF8.self))
    }
}
