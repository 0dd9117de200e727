/// What broken, overloaded and hostile servers do.
extension LoopbackAnswer {
    /// A reset before any byte.
    public static let resetBeforeHead = steps(.reset)

    /// The connection ends before any byte.
    public static let closeBeforeAnyByte = steps(.close)

    /// The connection ends within a header line.
    public static let halfHeaderLine = steps(.text("HTTP/1.1 200 OK\r\nContent-Le"), .close)

    /// The connection ends within the header block, after a whole line.
    public static let halfHeaderBlock = steps(.text("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n"), .close)

    /// A length of 1,000 announced, 400 bytes sent.
    public static let shortBody = steps(.text(head(200, [("Content-Length", "1000")])), part, .close)

    /// A reset after 400 of 1,000 bytes.
    public static let resetMidBody = steps(.text(head(200, [("Content-Length", "1000")])), part, .reset)

    /// A chunked body without its last chunk.
    public static let missingLastChunk = steps(.text(chunkedHead), .send(chunk(partBytes)), .close)

    /// A chunked body with a size that is no number.
    public static let badChunkSize = steps(.text(chunkedHead), .send(chunk(partBytes)), .text("zz\r\nrest\r\n"), .close)

    /// Silence before the head, until the client leaves.
    public static let stallBeforeHead = steps(.stall())

    /// Silence after 400 of 1,000 bytes, until the client leaves.
    public static let stallMidBody = steps(.text(head(200, [("Content-Length", "1000")])), part, .stall())

    /// Something that is not HTTP.
    public static let garbageStatusLine = steps(.text("SSH-2.0-OpenSSH_9.9 this is another protocol\r\n\r\n"), .close)

    /// Two lengths that differ.
    public static let conflictingContentLengths = steps(
        .text(head(200, [("Content-Length", "5"), ("Content-Length", "7")])), .text("hello!!"), .close)

    /// A header block of that many fields, each of that many bytes.
    ///
    /// - Parameters:
    ///   - fields: the number of fields.
    ///   - bytesEach: the bytes of each, about.
    /// - Returns: the answer, with a small body.
    public static func headerBlock(fields: Int, bytesEach: Int) -> LoopbackAnswer {
        let value = String(repeating: "v", count: max(0, bytesEach - 12))
        return response(headers: (0..<fields).map { ("X-Field-\($0)", value) }, body: "small")
    }

    /// A redirect.
    ///
    /// - Parameters:
    ///   - status: the status. Default: 302.
    ///   - location: the `Location`.
    /// - Returns: the answer.
    public static func redirect(status: Int = 302, to location: String) -> LoopbackAnswer {
        response(status: status, headers: [("Location", location)], body: "moved")
    }

    /// A demand for credentials.
    public static let unauthorized = response(
        status: 401, headers: [("WWW-Authenticate", "Basic realm=\"loopback\"")], body: "who are you?")

    private static let chunkedHead = head(200, [("Transfer-Encoding", "chunked")])
    private static let partBytes = [UInt8](repeating: UInt8(ascii: "x"), count: 400)
    private static let part = Step.send(partBytes)
}
