import ParseTransport

extension StoredBytes {
    /// All from an offset on, over a link on which each piece takes its time; the seam that a part begins with takes none.
    ///
    /// - Parameters:
    ///   - start: the first byte.
    ///   - count: how many pieces come.
    ///   - size: the bytes of a piece; the last takes what is left.
    ///   - pause: how long each takes.
    ///   - isReset: whether the connection is reset behind them. Default: it is.
    func paced(from start: Int = 0, _ count: Int, of size: Int, every pause: Duration, isReset: Bool = true)
        -> MockAnswer
    {
        var headers = headers
        headers["ETag"] = eTag
        headers["Last-Modified"] = lastModified
        headers["Content-Length"] = "\(bytes.count - start)"
        if start > 0 { headers["Content-Range"] = "bytes \(start)-\(bytes.count - 1)/\(bytes.count)" }
        let seam = start > 0 ? 4_096 : 0
        var body = MockBody.empty
        body.announcedLength = Int64(bytes.count - start)
        if seam > 0 { body = body.then(bytes[start..<start + seam]) }
        for piece in 0..<count {
            body = body.thenPause(pause).then(bytes[(start + seam)...].dropFirst(piece * size).prefix(size))
        }
        if isReset { body = body.thenFail(.reset) }
        return .response(status: start > 0 ? 206 : 200, headers: headers, body: body)
    }
}
