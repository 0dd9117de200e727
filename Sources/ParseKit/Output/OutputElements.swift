public import ParseOutput

/// The elements of a run's output as an asynchronous sequence: chunks, blocks, or words and lines of OCR.
///
/// A pass over it fetches the run's URL, downloads the document as it is read, and decodes as it is downloaded. Leaving
/// the loop ends the download.
public struct OutputElements<Decoder: IncrementalDecoder>: AsyncSequence, Sendable {
    /// A chunk, a block with its place, or a word or line.
    public typealias Element = Decoder.Element

    /// What a pass can fail with.
    public typealias Failure = ParseError

    private let source: OutputSource
    private let decoder: Decoder

    init(source: OutputSource, decoder: Decoder) {
        self.source = source
        self.decoder = decoder
    }

    /// Starts a pass; nothing is sent before the first element is asked for.
    ///
    /// - Returns: an iterator.
    public func makeAsyncIterator() -> Iterator {
        Iterator(source: source, decoder: decoder)
    }

    /// A pass over a run's elements.
    public struct Iterator: AsyncIteratorProtocol {
        private let source: OutputSource
        private var decoder: Decoder
        private var phase = Phase.unopened

        private enum Phase {
            case unopened
            case downloading(ResumableDownload.Iterator)
            case drained
            case over
        }

        init(source: OutputSource, decoder: Decoder) {
            self.source = source
            self.decoder = decoder
        }

        /// Waits for the next element.
        ///
        /// - Parameter actor: the caller's isolation, kept so that no element costs a hop.
        /// - Returns: the next element; `nil` once the document has ended whole, and ever after.
        /// - Throws: why there is no more, after every element that was whole before.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(ParseError) -> Decoder.Element? {
            do throws(ParseError) {
                while true {
                    if case .over = phase { return nil }
                    if Task.isCancelled { throw ParseError.cancelled(.output) }
                    if let element = try decoded({ (decoder) throws(OutputDecodingError) in try decoder.next() }) {
                        return element
                    }
                    try await advance()
                }
            } catch {
                phase = .over
                throw error
            }
        }

        private mutating func advance() async throws(ParseError) {
            switch phase {
            case .unopened:
                switch try await source.open() {
                case .download(let download): phase = .downloading(download.makeAsyncIterator())
                case .run(let bytes, _):
                    decoder.push(bytes[...])
                    phase = .drained
                }
            case .downloading(var pieces):
                do throws(DownloadError) {
                    if let piece = try await pieces.next(isolation: #isolation) {
                        phase = .downloading(pieces)
                        decoder.push(piece)
                    } else {
                        phase = .drained
                    }
                } catch {
                    throw source.error(error)
                }
            case .drained:
                try decoded { (decoder) throws(OutputDecodingError) in try decoder.finish() }
                phase = .over
            case .over:
                break
            }
        }

        private mutating func decoded<Value>(
            _ read: (inout Decoder) throws(OutputDecodingError) -> Value
        ) throws(ParseError) -> Value {
            do throws(OutputDecodingError) {
                return try read(&decoder)
            } catch {
                throw source.error(error)
            }
        }
    }
}

@available(*, unavailable)
extension OutputElements.Iterator: Sendable {}
