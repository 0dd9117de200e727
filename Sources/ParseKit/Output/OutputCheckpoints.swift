public import ParseOutput

/// The chunks of a run's output, each with the token to go on behind it.
public struct OutputCheckpoints<Decoder: ResumableDecoder>: AsyncSequence, Sendable {
    /// A chunk, and where the reading stands behind it.
    public typealias Element = (chunk: Decoder.Element, token: ResumeToken)

    /// What a pass can fail with.
    public typealias Failure = ParseError

    let elements: OutputElements<Decoder>

    /// What the download of the pass that was begun last has done so far: see ``OutputElements/report``.
    public var report: DownloadReport? { elements.report }

    /// Starts a pass; nothing is sent before the first chunk is asked for.
    ///
    /// - Returns: an iterator.
    public func makeAsyncIterator() -> Iterator {
        Iterator(base: elements.makeAsyncIterator())
    }

    /// A pass over the chunks.
    public struct Iterator: AsyncIteratorProtocol {
        private var base: OutputElements<Decoder>.Iterator

        init(base: OutputElements<Decoder>.Iterator) {
            self.base = base
        }

        /// Waits for the next chunk.
        ///
        /// - Parameter actor: the caller's isolation, kept so that no chunk costs a hop.
        /// - Returns: the next chunk and its token; `nil` once the document has ended whole, and ever after.
        /// - Throws: why there is no more, after every chunk that was whole before.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(ParseError) -> Element? {
            guard let chunk = try await base.next(isolation: actor), let token = base.currentToken else { return nil }
            return (chunk, token)
        }
    }
}

@available(*, unavailable)
extension OutputCheckpoints.Iterator: Sendable {}
