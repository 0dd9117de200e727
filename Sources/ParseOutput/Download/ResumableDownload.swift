public import ParseModels
public import ParseRetry
public import ParseTransport
import Synchronization

/// The bytes of an output, in order, each once, from the presigned URLs that the service gives out.
///
/// It is an asynchronous sequence of pieces to be read once. Nothing happens before the first piece is asked for, and
/// no more is fetched than is read. A URL that is refused as expired is replaced by a new one.
///
/// ```swift
/// let download = ResumableDownload(over: transport) { try await freshURL() }
/// for try await chunk in download.decoded(by: ChunkDecoder()) { … }
/// ```
public struct ResumableDownload: AsyncSequence, Sendable {
    /// A piece of the document, never empty.
    public typealias Element = ArraySlice<UInt8>

    /// What reading the document can fail with.
    public typealias Failure = DownloadError

    /// Gives a fresh presigned URL each time it is called.
    public typealias URLSource = @Sendable () async throws -> PresignedURL

    private let transport: any Transport
    private let configuration: DownloadConfiguration
    private let time: TimeSource
    private let urls: URLSource
    private let progress = Progress()

    /// Describes a download; it begins with the first piece asked for.
    ///
    /// - Parameters:
    ///   - transport: what sends the requests; one that retries opens more stubbornly.
    ///   - configuration: limits and rules. Default: the standard ones.
    ///   - time: where time comes from. Default: the system.
    ///   - urls: gives a fresh presigned URL each time it is called.
    public init(
        over transport: any Transport,
        configuration: DownloadConfiguration = DownloadConfiguration(),
        time: TimeSource = .system,
        urls: @escaping URLSource
    ) {
        self.transport = transport
        self.configuration = configuration
        self.time = time
        self.urls = urls
    }

    /// What has been done so far; it may be read at any time, also while the pieces are.
    public var report: DownloadReport { progress.report }

    /// Starts the one pass over the document.
    ///
    /// - Returns: an iterator.
    public func makeAsyncIterator() -> Iterator {
        Iterator(
            opening: DownloadOpening(transport: transport, configuration: configuration, urls: urls, progress: progress)
        )
    }

    /// The pass over a document's pieces.
    public struct Iterator: AsyncIteratorProtocol {
        private let opening: DownloadOpening
        private var body: DownloadBody?
        private var isOver = false

        init(opening: DownloadOpening) {
            self.opening = opening
        }

        /// Waits for the next piece.
        ///
        /// - Parameter actor: the caller's isolation, kept so that no piece costs a hop.
        /// - Returns: the next piece, never empty; `nil` once the document has ended whole, and ever after.
        /// - Throws: why the document cannot be had whole.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(DownloadError) -> ArraySlice<UInt8>? {
            if isOver { return nil }
            do throws(DownloadError) {
                var open: DownloadBody
                if let body { open = body } else { open = try await opening.open() }
                let piece = try await open.next()
                body = open
                if piece == nil { isOver = true }
                return piece
            } catch {
                isOver = true
                body = nil
                throw error
            }
        }
    }

    /// The report, shared by the sequence and its iterator.
    final class Progress: Sendable {
        private let state = Mutex(DownloadReport())

        var report: DownloadReport { state.withLock { $0 } }

        func update(_ change: (inout DownloadReport) -> Void) {
            state.withLock { change(&$0) }
        }
    }
}

@available(*, unavailable)
extension ResumableDownload.Iterator: Sendable {}
