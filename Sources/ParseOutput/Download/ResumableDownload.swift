public import ParseModels
public import ParseRetry
public import ParseTransport
import Synchronization

/// The bytes of an output, in order, each once, from the presigned URLs that the service gives out.
///
/// It is an asynchronous sequence of pieces to be read once. Nothing happens before the first piece is asked for, and
/// no more is fetched than is read. A connection that breaks or stalls is opened again where it was, a URL that has run
/// out is replaced; what follows is joined only if it is proved to belong to what was handed out before.
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

    let transport: any Transport
    let configuration: DownloadConfiguration
    let retry: RetryConfiguration
    let time: TimeSource
    let random: RandomSource
    let urls: SharedURLSource
    let point: ResumePoint?
    let progress = Progress()

    /// Describes a download; it begins with the first piece asked for.
    ///
    /// - Parameters:
    ///   - transport: what sends the requests; it need not retry, as the download itself does.
    ///   - configuration: limits and rules. Default: the standard ones.
    ///   - retry: how failures are answered that might pass. Default: ten attempts without progress, and a budget of its
    ///     own.
    ///   - time: where time comes from. Default: the system.
    ///   - random: where jitter comes from. Default: the system.
    ///   - urls: gives a fresh presigned URL each time it is called. An error of it ends the download, so that it should
    ///     try again itself what is worth it.
    public init(
        over transport: any Transport,
        configuration: DownloadConfiguration = DownloadConfiguration(),
        retry: RetryConfiguration = .patient,
        time: TimeSource = .system,
        random: RandomSource = .system,
        urls: @escaping URLSource
    ) {
        self.init(
            over: transport,
            configuration: configuration,
            retry: retry,
            time: time,
            random: random,
            urls: SharedURLSource(urls)
        )
    }

    /// Describes a download that shares its URLs with others, or goes on where an earlier one stood.
    ///
    /// - Parameters:
    ///   - transport: what sends the requests; it need not retry, as the download itself does.
    ///   - configuration: limits and rules. Default: the standard ones.
    ///   - retry: how failures are answered that might pass. Default: ten attempts without progress, and a budget of its
    ///     own.
    ///   - time: where time comes from. Default: the system.
    ///   - random: where jitter comes from. Default: the system.
    ///   - token: where to go on; the bytes before ``ResumeToken/byteOffset`` are not handed out again. Default: from
    ///     the document's start.
    ///   - urls: gives out the URLs.
    public init(
        over transport: any Transport,
        configuration: DownloadConfiguration = DownloadConfiguration(),
        retry: RetryConfiguration = .patient,
        time: TimeSource = .system,
        random: RandomSource = .system,
        resumingFrom token: ResumeToken? = nil,
        urls: SharedURLSource
    ) {
        self.transport = transport
        self.configuration = configuration
        self.retry = retry
        self.time = time
        self.random = random
        self.urls = urls
        self.point = token?.point
    }

    /// What has been done so far; it may be read at any time, also while the pieces are.
    public var report: DownloadReport { progress.report }

    /// Starts the one pass over the document.
    ///
    /// - Returns: an iterator.
    public func makeAsyncIterator() -> Iterator {
        Iterator(self)
    }

    /// The report, shared by the sequence and its iterator.
    final class Progress: Sendable {
        private let state = Mutex((report: DownloadReport(), earlier: DownloadReport?.none))

        var report: DownloadReport { state.withLock { $0.report } }

        func update(_ report: DownloadReport) {
            state.withLock { $0.report = $0.earlier.map(report.following) ?? report }
        }

        /// Notes that the document is begun anew.
        func restart() {
            state.withLock { $0.earlier = $0.report }
        }
    }
}
