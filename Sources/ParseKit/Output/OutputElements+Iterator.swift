import ParseOutput
import Synchronization

extension OutputElements {
    /// A pass over a run's elements.
    public struct Iterator: AsyncIteratorProtocol {
        private let source: OutputSource
        private let resumption: Resumption?
        private let latest: Latest
        private var decoder: Decoder
        private var tracker: ResumeTracker
        private var passing = 0
        private var phase = Phase.unopened

        private enum Phase {
            case unopened
            case downloading(ResumableDownload.Iterator)
            case drained(ResumableDownload.Iterator?)
            case over
        }

        init(_ elements: OutputElements, latest: Latest) {
            self.source = elements.source
            self.decoder = elements.decoder
            self.resumption = elements.resumption
            self.latest = latest
            self.tracker = ResumeTracker(from: elements.resumption?.token)
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
                        let position = resumption?.position(decoder)
                        guard passing == 0 else {
                            try passChunk(endingAt: position?.offset)
                            continue
                        }
                        if let position { tracker.note(chunks: position.chunks, endingAt: position.offset) }
                        return element
                    }
                    try await advance()
                }
            } catch {
                let token = currentToken
                phase = .over
                // A token that was refused is none to go on from.
                throw error.code == .resumeTokenRefused ? error : error.with(token)
            }
        }

        /// Passes over a chunk that is done with; the last of them must be the one that it was.
        private mutating func passChunk(endingAt offset: Int64?) throws(ParseError) {
            passing -= 1
            guard passing > 0 || tracker.agrees(withChunkEndingAt: offset) else {
                throw source.error(.otherChunks("the last chunk that is done with is another one"))
            }
        }

        /// Where the pass stands, for those elements that are chunks.
        var currentToken: ResumeToken? {
            guard resumption != nil else { return nil }
            let download: ResumableDownload.Iterator? =
                switch phase {
                case .downloading(let pieces): pieces
                case .drained(let pieces): pieces
                case .unopened, .over: nil
                }
            return tracker.resumeToken(runID: source.id, download: download)
        }

        private mutating func advance() async throws(ParseError) {
            switch phase {
            case .unopened:
                try await open()
            case .downloading(var pieces):
                // Held once only, so that nothing in it is copied as it changes.
                phase = .drained(nil)
                do throws(DownloadError) {
                    if let piece = try await pieces.next(isolation: #isolation) {
                        tracker.take(piece, of: pieces)
                        phase = .downloading(pieces)
                        decoder.push(piece)
                    } else {
                        phase = .drained(pieces)
                    }
                } catch {
                    phase = .drained(pieces)
                    throw source.error(error)
                }
            case .drained:
                try decoded { (decoder) throws(OutputDecodingError) in try decoder.finish() }
                guard passing == 0 else {
                    throw source.error(.otherChunks("it has \(passing) chunks less than are done with"))
                }
                phase = .over
            case .over:
                break
            }
        }

        private mutating func open() async throws(ParseError) {
            let token = resumption?.token
            switch try await source.open(resumingFrom: token) {
            case .download(let download):
                if let token, let resumption, token.byteOffset > 0 {
                    decoder = resumption.makeDecoder(token.chunkCount, token.byteOffset)
                } else {
                    passing = token?.chunkCount ?? 0
                }
                latest.download.withLock { $0 = download }
                phase = .downloading(download.makeAsyncIterator())
            case .run(let bytes, _):
                passing = token?.chunkCount ?? 0
                decoder.push(bytes[...])
                phase = .drained(nil)
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
