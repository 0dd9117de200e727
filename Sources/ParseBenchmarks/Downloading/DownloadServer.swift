import LoopbackServer
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A store on this machine with one object: it knows ranges and tags, and breaks connections where it is told to.
struct DownloadServer {
    private let server: LoopbackServer

    /// Starts the server.
    ///
    /// - Parameters:
    ///   - path: the object's file.
    ///   - size: its length.
    ///   - resets: how many connections break, each after the same share of the object.
    /// - Throws: why there can be no server.
    init(path: String, size: Int, resets: Int = 0) throws {
        let left = Mutex(resets)
        let share = size / (resets + 1)
        server = try LoopbackServer { request in
            let start = Self.start(of: request)
            let breaks = left.withLock { left in
                defer { left = max(0, left - 1) }
                return left > 0
            }
            let end = breaks ? min(start + share, size) : Self.end(of: request, size: size)
            return .steps(
                [.text(Self.head(of: request, size: size)), .file(path, start..<end)] + (breaks ? [.reset] : [])
            )
        }
    }

    var url: String { server.url(path: "/output.json").absoluteString }

    private static func head(of request: LoopbackRequest, size: Int) -> String {
        let start = start(of: request)
        let end = end(of: request, size: size)
        let headers = [
            ("Content-Type", "application/json"), ("ETag", "\"benchmark\""), ("Content-Length", "\(end - start)"),
        ]
        guard request["Range"] != nil else { return LoopbackAnswer.head(200, headers) }
        return LoopbackAnswer.head(206, headers + [("Content-Range", "bytes \(start)-\(end - 1)/\(size)")])
    }

    private static func bounds(of request: LoopbackRequest) -> [Substring] {
        (request["Range"] ?? "").dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
    }

    private static func start(of request: LoopbackRequest) -> Int {
        bounds(of: request).first.flatMap { Int($0) } ?? 0
    }

    private static func end(of request: LoopbackRequest, size: Int) -> Int {
        let last = bounds(of: request).dropFirst().first.flatMap { Int($0) }
        return min(last.map { $0 + 1 } ?? size, size)
    }
}
