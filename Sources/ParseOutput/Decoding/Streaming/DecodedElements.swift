/// The elements that a decoder makes of a sequence of pieces, as they become complete.
///
/// Every element that is complete is delivered before an error of the pieces' sequence or of the decoder is thrown. When
/// the pieces end, the document must be complete. Cancellation of the task is noticed between elements. Each pass
/// begins with a fresh copy of the decoder.
public struct DecodedElements<Base: AsyncSequence, Decoder: IncrementalDecoder>: AsyncSequence
where Base.Element == ArraySlice<UInt8> {
    /// What the decoder gives.
    public typealias Element = Decoder.Element

    /// An error of the pieces' sequence, an ``OutputDecodingError`` or a `CancellationError`.
    public typealias Failure = any Error

    private let base: Base
    private let decoder: Decoder

    init(base: Base, decoder: Decoder) {
        self.base = base
        self.decoder = decoder
    }

    /// Starts a pass over the pieces.
    ///
    /// - Returns: an iterator with a fresh copy of the decoder.
    public func makeAsyncIterator() -> Iterator {
        Iterator(pieces: base.makeAsyncIterator(), decoder: decoder)
    }

    /// A pass over the pieces.
    public struct Iterator: AsyncIteratorProtocol {
        /// The decoder as it stands, for what it knows besides its elements, such as the output's metadata.
        public private(set) var decoder: Decoder

        private var pieces: Base.AsyncIterator
        private var progress = Progress.reading

        private enum Progress {
            case reading
            case broken(any Error)
            case over
        }

        init(pieces: Base.AsyncIterator, decoder: Decoder) {
            self.pieces = pieces
            self.decoder = decoder
        }

        /// Waits for the next element.
        ///
        /// - Parameter actor: the caller's isolation, kept so that no element costs a hop.
        /// - Returns: the next element; `nil` once the document is complete, and after an error.
        /// - Throws: the pieces' error, the document's fault, or `CancellationError`.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws -> Decoder.Element? {
            do {
                while true {
                    if case .over = progress { return nil }
                    try Task.checkCancellation()
                    if let element = try decoder.next() { return element }
                    if case .broken(let error) = progress { throw error }
                    try await advance(isolation: actor)
                }
            } catch {
                progress = .over
                throw error
            }
        }

        /// Takes one piece in; an error of the pieces waits until the elements before it are out.
        private mutating func advance(isolation actor: isolated (any Actor)?) async throws {
            do {
                if let piece = try await pieces.next(isolation: actor) {
                    decoder.push(piece)
                    return
                }
            } catch {
                progress = .broken(error)
                return
            }
            try decoder.finish()
            progress = .over
        }
    }
}

extension DecodedElements: Sendable where Base: Sendable {}

@available(*, unavailable)
extension DecodedElements.Iterator: Sendable {}
