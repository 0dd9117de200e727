public import ParseOutput
import Synchronization

/// The elements of a run's output as an asynchronous sequence: chunks, blocks, or words and lines of OCR.
///
/// A pass over it fetches the run's URL, downloads the document as it is read, and decodes as it is downloaded. Leaving
/// the loop ends the download.
public struct OutputElements<Decoder: IncrementalDecoder>: AsyncSequence, Sendable {
    /// A chunk, a block with its place, or a word or line.
    public typealias Element = Decoder.Element

    /// What a pass can fail with.
    public typealias Failure = ParseError

    let source: OutputSource
    let decoder: Decoder
    let resumption: Resumption?
    private let latest = Latest()

    init(source: OutputSource, decoder: Decoder, resumption: Resumption? = nil) {
        self.source = source
        self.decoder = decoder
        self.resumption = resumption
    }

    /// How a decoder goes on where another one stood.
    struct Resumption: Sendable {
        /// Where the pass begins; `nil` at the document's start.
        let token: ResumeToken?

        /// Makes a decoder that stands behind some chunks, at an offset.
        let makeDecoder: @Sendable (Int, Int64) -> Decoder

        /// How many chunks a decoder has given, and the offset behind the last.
        let position: @Sendable (borrowing Decoder) -> (chunks: Int, offset: Int64?)
    }

    /// What the download of the pass that was begun last has done so far.
    ///
    /// It may be read at any time, also while the elements are. `nil` before a pass has opened the document, and where
    /// the service put the output inside the run.
    public var report: DownloadReport? { latest.download.withLock { $0?.report } }

    /// Starts a pass; nothing is sent before the first element is asked for.
    ///
    /// - Returns: an iterator.
    public func makeAsyncIterator() -> Iterator {
        Iterator(self, latest: latest)
    }

    /// The download of the pass that was begun last.
    final class Latest: Sendable {
        let download = Mutex<ResumableDownload?>(nil)
    }
}
