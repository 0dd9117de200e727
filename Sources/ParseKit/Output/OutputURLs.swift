import ParseModels
import ParseOutput
import Synchronization

/// The sources of presigned URLs of a client's downloads under way, so that those of one run share their URL.
final class OutputURLs: Sendable {
    private struct Entry {
        weak var source: SharedURLSource?
    }

    private let entries = Mutex<[String: Entry]>([:])

    /// The source for a run: the one that others use already, or a new one.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - url: a URL that has just been given out.
    ///   - fetch: gives a fresh one each time it is called.
    /// - Returns: the source, to be held as long as the download lasts.
    func source(
        of id: String,
        fresh url: PresignedURL,
        _ fetch: @escaping ResumableDownload.URLSource
    ) -> SharedURLSource {
        let source = entries.withLock { entries in
            entries = entries.filter { $0.value.source != nil }
            if let source = entries[id]?.source { return source }
            let source = SharedURLSource(fetch)
            entries[id] = Entry(source: source)
            return source
        }
        source.offer(url)
        return source
    }
}
