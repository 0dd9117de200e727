extension ResponseBody {
    /// Makes a body of bytes that are all there, delivered in one piece.
    ///
    /// - Parameter bytes: the whole body.
    public init(_ bytes: some Sequence<UInt8>) {
        let whole = Array(bytes)
        self.init(pieces: [whole[...]])
    }

    /// Makes a body that arrives in the given pieces.
    ///
    /// - Parameter pieces: the body, cut as it shall be delivered.
    public init(pieces: [ArraySlice<UInt8>]) {
        self.init(length: Int64(pieces.reduce(0) { $0 + $1.count })) {
            var rest = pieces.makeIterator()
            return { () async throws(TransportError) in rest.next() }
        }
    }

    /// Makes a body of another asynchronous sequence of pieces.
    ///
    /// - Parameters:
    ///   - sequence: the pieces, in order.
    ///   - length: the number of bytes in all, if it is known. Default: unknown.
    public init<Pieces: AsyncSequence & Sendable>(_ sequence: Pieces, length: Int64? = nil)
    where Pieces.Element == ArraySlice<UInt8>, Pieces.Failure == TransportError {
        self.init(length: length) {
            var iterator = sequence.makeAsyncIterator()
            return { () async throws(TransportError) in try await iterator.next(isolation: #isolation) }
        }
    }
}
