import Foundation
import LoopbackServer
import ParseModels
import ParseOutput
import ParseRetry
import ParseTransport
import Synchronization
import Testing

/// Downloads an object from a server on this machine, and tells what was asked for and what came of it.
///
/// There is no jitter, so that nothing is waited for but what a test is about.
struct StorageBench {
    /// What the server does for one request.
    typealias Answer = @Sendable (LoopbackRequest) -> LoopbackAnswer

    let object: StoredObject
    let server: LoopbackServer
    let download: ResumableDownload
    private let adapter: Adapter
    private let isWindowed: Bool
    private let windowBytes: Int

    /// What came of a download.
    struct Outcome {
        /// Whether what was handed out is the object, byte for byte.
        var isIdentical = false
        var error: DownloadError?
        var report = DownloadReport()

        /// A line for each request: its URL's number, range, precondition.
        var requests: [String] = []

        /// Where the download went on, request by request.
        var offsets: [Int] = []
    }

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - object: what it stores.
    ///   - adapter: what the download goes over.
    ///   - answers: what it does for the first requests, one after the other; all later ones get what they ask for.
    ///   - attempts: how often something is tried in vain.
    ///   - change: what the download is told.
    init(
        _ object: StoredObject = .standard,
        on adapter: Adapter,
        answers: [Answer] = [],
        attempts: Int = 4,
        _ change: (inout DownloadConfiguration) -> Void = { _ in }
    ) throws {
        let count = Mutex(0)
        let server = try LoopbackServer { request in
            let index = count.withLock { count in
                defer { count += 1 }
                return count
            }
            return answers.indices.contains(index) ? answers[index](request) : object.answer(to: request)
        }
        self.object = object
        self.server = server
        self.adapter = adapter
        self.isWindowed = adapter.isWindowed
        let configuration = DownloadConfiguration(storage: StoragePolicy(allowsLoopbackHTTP: true)).with(change)
        self.windowBytes = configuration.windowBytes
        let urls = Mutex(0)
        download = ResumableDownload(
            over: adapter.makeTransport(),
            configuration: configuration,
            retry: RetryConfiguration(policy: StandardRetryPolicy().limitingAttempts(to: attempts)),
            random: .constant(0)
        ) { [origin = server.origin] in
            let number = urls.withLock { number in
                number += 1
                return number
            }
            return PresignedURL(rawValue: "\(origin)/output.json?n=\(number)&X-Amz-Signature=topsecret")
        }
    }

    /// Reads the download to its end.
    ///
    /// - Parameter progress: told how many bytes have been read, after each piece.
    func run(progress: (Int) async -> Void = { _ in }) async -> Outcome {
        var outcome = Outcome()
        var bytes: [UInt8] = []
        do throws(DownloadError) {
            for try await piece in download {
                bytes += piece
                await progress(bytes.count)
            }
        } catch {
            outcome.error = error
            #expect(!String(reflecting: error).contains("topsecret"))
        }
        outcome.isIdentical = bytes.isSame(as: object.content[...])
        #expect(bytes.isSame(as: object.content.prefix(bytes.count)), "What is handed out is the object, never another")
        outcome.report = download.report
        outcome.requests = requests
        outcome.offsets = server.requests.compactMap { request in
            request["If-Match"].flatMap { _ in request["Range"] }?.dropFirst(6).split(separator: "-").first
                .flatMap { Int($0) }.map { $0 + Self.overlap }
        }
        return outcome
    }

    /// How many bytes before an offset are read again and compared.
    static let overlap = 4_096

    /// The line of a request that begins a download, perhaps again, once the object's length is known.
    func opening(url number: Int = 1, knowingLength isKnown: Bool = false) -> String {
        let end = isKnown ? min(windowBytes, object.stored.count) : windowBytes
        return isWindowed ? "url\(number) bytes=0-\(end - 1)" : "url\(number)"
    }

    /// The line of a request that goes on behind so many bytes.
    func resuming(at offset: Int, url number: Int = 1) -> String {
        let end = isWindowed ? "\(min(offset + windowBytes, object.stored.count) - 1)" : ""
        return "url\(number) bytes=\(offset - Self.overlap)-\(end) If-Match \(object.eTag)"
    }

    /// A line for each request that has reached the server, such as `url1 bytes=100- If-Match "v1"`.
    ///
    /// That none held more than it may is checked here, for every row.
    var requests: [String] {
        server.requests.map { request in
            let names = Set(request.headers.map { $0.name.lowercased() })
            #expect(names.isSubset(of: adapter.headerNames))
            #expect(request.method == "GET" && request.path == "/output.json" && request.body.isEmpty)
            #expect(request["Accept-Encoding"] == "identity")
            let number = request.target.split(separator: "?n=").last?.prefix { $0 != "&" }
            let condition = request["If-Match"].map { "If-Match \($0)" }
            return ["url\(number ?? "?")", request["Range"], condition].compactMap(\.self).joined(separator: " ")
        }
    }
}
