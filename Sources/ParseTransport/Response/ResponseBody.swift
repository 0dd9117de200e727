import Synchronization

/// The bytes of a response, in the pieces they arrive in, read once.
///
/// It is an asynchronous sequence of pieces, never of single bytes, and hands out the next piece only when asked, so
/// a transport that streams can hold the peer back. Dropping the body, or leaving its loop, abandons the transfer.
///
/// ```swift
/// for try await piece in response.body {
///     decoder.push(piece)
/// }
/// ```
public struct ResponseBody: AsyncSequence, Sendable {
    /// A piece of the body, never empty.
    public typealias Element = ArraySlice<UInt8>

    /// What reading the body can fail with.
    public typealias Failure = TransportError

    /// Gives the next piece, or `nil` at the end.
    ///
    /// It is never called by two tasks at once, nor after the end.
    public typealias NextPiece = () async throws(TransportError) -> ArraySlice<UInt8>?

    /// The number of bytes the response announced, `nil` where it did not.
    ///
    /// With a `Content-Encoding` that the transport undoes, this counts the encoded bytes.
    public let length: Int64?

    private let makeNext: @Sendable () -> NextPiece
    private let pass: Pass

    /// Makes a body of a source of pieces.
    ///
    /// - Parameters:
    ///   - length: the announced number of bytes. Default: unknown.
    ///   - makeNext: called at most once, when reading begins; gives the function that produces the pieces. What both
    ///     closures capture lives exactly as long as somebody may still read, so a transfer can end in its `deinit`.
    public init(length: Int64? = nil, makeNext: @escaping @Sendable () -> NextPiece) {
        self.length = length
        self.makeNext = makeNext
        self.pass = Pass()
    }

    /// Starts the one pass over the body.
    ///
    /// - Returns: an iterator; a second one fails with ``TransportError/Kind/bodyAlreadyConsumed``.
    public func makeAsyncIterator() -> Iterator {
        pass.begin() ? Iterator(next: makeNext()) : Iterator(next: Self.alreadyConsumed)
    }

    private static func alreadyConsumed() async throws(TransportError) -> ArraySlice<UInt8>? {
        throw TransportError(
            .bodyAlreadyConsumed,
            phase: .receivingBody,
            message: "A response body can be read only once."
        )
    }

    /// The pass over a body's pieces.
    public struct Iterator: AsyncIteratorProtocol {
        private var next: NextPiece?

        init(next: @escaping NextPiece) {
            self.next = next
        }

        /// Waits for the next piece.
        ///
        /// - Parameter actor: the caller's isolation, kept so that no piece costs a hop.
        /// - Returns: the next piece, never empty; `nil` once the body has ended, and ever after.
        /// - Throws: the fault that broke the body off.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(TransportError) -> ArraySlice<UInt8>? {
            guard let source = next else { return nil }
            do throws(TransportError) {
                while let piece = try await source() {
                    if !piece.isEmpty { return piece }
                }
            } catch {
                next = nil
                throw error
            }
            next = nil
            return nil
        }
    }

    private final class Pass: Sendable {
        private let begun = Mutex(false)

        func begin() -> Bool {
            begun.withLock { begun in
                defer { begun = true }
                return !begun
            }
        }
    }
}

@available(*, unavailable)
extension ResponseBody.Iterator: Sendable {}
