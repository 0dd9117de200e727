extension ResponseBody {
    /// Reads the whole body into memory, up to a bound.
    ///
    /// - Parameter limit: the most bytes to accept.
    /// - Returns: the whole body.
    /// - Throws: ``TransportError/Kind/bodyTooLarge`` as soon as the announced or the received length passes the limit,
    ///   or the fault that broke the body off.
    public func collect(upTo limit: Int) async throws(TransportError) -> [UInt8] {
        if let length, length > Int64(limit) { throw Self.tooLarge(limit) }
        var bytes: [UInt8] = []
        // The peer's word is good for a first reservation, not for all the memory it names.
        if let length { bytes.reserveCapacity(Int(Swift.min(length, 1 << 20))) }
        for try await piece in self {
            guard piece.count <= limit - bytes.count else { throw Self.tooLarge(limit) }
            bytes.append(contentsOf: piece)
        }
        return bytes
    }

    /// Reads the beginning of the body and abandons the rest: enough for an error message, harmless for a bomb.
    ///
    /// - Parameter limit: the most bytes to return.
    /// - Returns: the first bytes of the body, all of them where it is no longer than the limit.
    /// - Throws: the fault that broke the body off before that many bytes had come.
    public func prefix(upTo limit: Int) async throws(TransportError) -> [UInt8] {
        var bytes: [UInt8] = []
        guard limit > 0 else { return bytes }
        for try await piece in self {
            bytes.append(contentsOf: piece.prefix(limit - bytes.count))
            if bytes.count >= limit { break }
        }
        return bytes
    }

    private static func tooLarge(_ limit: Int) -> TransportError {
        TransportError(
            .bodyTooLarge,
            phase: .receivingBody,
            message: "The response body is longer than the \(limit) bytes that its reader allows."
        )
    }
}
