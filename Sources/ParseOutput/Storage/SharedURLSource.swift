public import ParseModels
import ParseRetry

/// Gives out presigned URLs, asking for one at a time however many want it.
///
/// Downloads of the same document that share one are served by one call when its URL runs out: whoever comes while the
/// call is under way, or with a URL that has been replaced already, gets what the others got. A waiter that is
/// cancelled leaves at once; the call itself ends when the last one has left.
public final class SharedURLSource: Sendable {
    private let fetch: ResumableDownload.URLSource
    private let call: SharedCall<PresignedURL>

    /// Shares a source of URLs.
    ///
    /// - Parameters:
    ///   - first: a URL that is at hand. Default: none.
    ///   - fetch: gives a fresh presigned URL each time it is called.
    public init(first: PresignedURL? = nil, _ fetch: @escaping ResumableDownload.URLSource) {
        self.fetch = fetch
        self.call = SharedCall(first)
    }

    /// Takes a URL that came by another way, and is newer than any given out so far.
    ///
    /// - Parameter url: the URL.
    package func offer(_ url: PresignedURL) {
        call.offer(url)
    }

    /// How many wait for the call under way.
    package var waiting: Int { call.waiting }

    /// Gives a URL.
    ///
    /// - Parameter old: the URL that is to be replaced. Default: `nil`, any will do.
    /// - Returns: another URL than that one, as far as the service gives another.
    /// - Throws: what the source throws; `CancellationError` as soon as the task is cancelled.
    public func url(replacing old: PresignedURL? = nil) async throws -> PresignedURL {
        try await call.value(unless: { $0 == old }, fetch)
    }
}
