import ParseModels
import ParseOutput
import ParseRetry
import ParseTesting
import Synchronization

extension DownloadBench {
    /// A download of the script whose URLs are these, one after the other, the last again and again.
    func download(urls: String...) -> ResumableDownload {
        let number = Mutex(0)
        return download(
            urls: SharedURLSource {
                let next = number.withLock { number in
                    defer { number += 1 }
                    return min(number, urls.count - 1)
                }
                return PresignedURL(rawValue: urls[next])
            }
        )
    }

    /// A download of the script with URLs from elsewhere.
    func download(urls: SharedURLSource) -> ResumableDownload {
        ResumableDownload(
            over: transport,
            configuration: configuration,
            retry: retry,
            time: clock.timeSource,
            random: .constant(1),
            urls: urls
        )
    }
}
