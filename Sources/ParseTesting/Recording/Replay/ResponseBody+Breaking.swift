import ParseTransport

extension ResponseBody {
    /// The same body, which breaks off behind some bytes.
    func breaking(after count: Int, with error: TransportError) -> ResponseBody {
        ResponseBody(length: length) {
            var pieces = makeAsyncIterator()
            var left = count
            return { () async throws(TransportError) in
                guard left > 0, let piece = try await pieces.next(isolation: #isolation) else { throw error }
                let kept = piece.prefix(left)
                left -= kept.count
                return kept
            }
        }
    }
}
