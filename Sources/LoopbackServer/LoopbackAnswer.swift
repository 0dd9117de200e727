/// What a server does for one request, step by step.
///
/// Afterwards the connection waits for the next request, unless a step has ended it.
public struct LoopbackAnswer: Sendable {
    /// One thing that a server does.
    public enum Step: Sendable {
        /// Sends bytes.
        case send([UInt8])

        /// Sends that many bytes of ``LoopbackAnswer/patternByte(at:)``, made on the fly.
        ///
        /// The gate, if any, opens as soon as the client has taken nothing for a while.
        case generate(Int, whenBlocked: LoopbackGate? = nil)

        /// Sends bytes one by one, with a pause behind each, for as long as the client stays.
        case trickle([UInt8], every: Duration)

        /// Sends a part of a file.
        case file(String, Range<Int>)

        /// Waits until the test opens a gate.
        case wait(LoopbackGate)

        /// Opens a gate that the test waits for.
        case open(LoopbackGate)

        /// Says nothing until the client closes the connection.
        ///
        /// The gate, if any, opens when it has, also where a step before this one found out.
        case stall(untilClosed: LoopbackGate? = nil)

        /// Ends the connection in order.
        case close

        /// Ends the connection with a reset.
        case reset

        /// Sends text.
        ///
        /// - Parameter text: what is sent, as UTF-8.
        /// - Returns: the step.
        public static func text(_ text: String) -> Step { .send(Array(text.utf8)) }
    }

    /// The steps, in order.
    public var steps: [Step]

    /// Makes an answer of steps.
    ///
    /// - Parameter steps: the steps, in order.
    /// - Returns: the answer.
    public static func steps(_ steps: Step...) -> LoopbackAnswer { LoopbackAnswer(steps: steps) }

    /// Makes an answer of steps.
    ///
    /// - Parameter steps: the steps, in order.
    /// - Returns: the answer.
    public static func steps(_ steps: [Step]) -> LoopbackAnswer { LoopbackAnswer(steps: steps) }

    // MARK: - Whole responses

    /// A response with its length announced.
    ///
    /// - Parameters:
    ///   - status: the status. Default: 200.
    ///   - headers: the fields before `Content-Length`. Default: none.
    ///   - body: the body. Default: none.
    /// - Returns: the answer.
    public static func response(
        status: Int = 200,
        headers: [(String, String)] = [],
        body: some Sequence<UInt8> = []
    ) -> LoopbackAnswer {
        let bytes = Array(body)
        return .steps(.text(head(status, headers + [("Content-Length", "\(bytes.count)")])), .send(bytes))
    }

    /// A response with a text for its body.
    ///
    /// - Parameters:
    ///   - status: the status. Default: 200.
    ///   - headers: the fields before `Content-Length`. Default: none.
    ///   - body: the body, sent as UTF-8.
    /// - Returns: the answer.
    public static func response(
        status: Int = 200,
        headers: [(String, String)] = [],
        body: String
    ) -> LoopbackAnswer {
        response(status: status, headers: headers, body: body.utf8)
    }

    /// A head alone, as an answer to `HEAD`, or with a status that has no body.
    ///
    /// - Parameters:
    ///   - status: the status. Default: 200.
    ///   - headers: all of its fields. Default: none.
    /// - Returns: the answer.
    public static func headOnly(status: Int = 200, headers: [(String, String)] = []) -> LoopbackAnswer {
        .steps(.text(head(status, headers)))
    }

    /// A chunked response, a chunk a piece, perhaps with trailers.
    ///
    /// - Parameters:
    ///   - status: the status. Default: 200.
    ///   - headers: the fields before `Transfer-Encoding`. Default: none.
    ///   - pieces: the chunks, each sent by itself.
    ///   - trailers: the fields behind the last chunk. Default: none.
    /// - Returns: the answer.
    public static func chunked(
        status: Int = 200,
        headers: [(String, String)] = [],
        pieces: [[UInt8]],
        trailers: [(String, String)] = []
    ) -> LoopbackAnswer {
        .steps(
            [.text(head(status, headers + [("Transfer-Encoding", "chunked")]))] + pieces.map { .send(chunk($0)) }
                + [.text("0\r\n" + trailers.map { "\($0): \($1)\r\n" }.joined() + "\r\n")]
        )
    }

    /// A large response, made on the fly.
    ///
    /// - Parameters:
    ///   - count: the number of bytes of ``patternByte(at:)``.
    ///   - headers: the fields before `Content-Length`. Default: none.
    ///   - whenBlocked: opens as soon as the client has taken nothing for a while. Default: none.
    /// - Returns: the answer.
    public static func generated(
        _ count: Int,
        headers: [(String, String)] = [],
        whenBlocked: LoopbackGate? = nil
    ) -> LoopbackAnswer {
        .steps(
            .text(head(200, headers + [("Content-Length", "\(count)")])), .generate(count, whenBlocked: whenBlocked))
    }

    /// An object in a store: `ETag`, one `Range`, `If-Match`.
    ///
    /// - Parameters:
    ///   - bytes: the whole object.
    ///   - etag: its tag, with the quotes.
    ///   - request: what was asked.
    /// - Returns: the object, one range of it, or a refusal.
    public static func object(_ bytes: [UInt8], etag: String, for request: LoopbackRequest) -> LoopbackAnswer {
        let headers = [("ETag", etag), ("Accept-Ranges", "bytes")]
        if let wanted = request["If-Match"], wanted != etag { return .response(status: 412, headers: headers) }
        guard let range = request["Range"], range.hasPrefix("bytes=") else {
            return .response(headers: headers, body: bytes)
        }
        let bounds = range.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard bounds.count == 2, let first = Int(bounds[0]), first < bytes.count else {
            return .response(status: 416, headers: headers + [("Content-Range", "bytes */\(bytes.count)")])
        }
        let last = min(Int(bounds[1]) ?? .max, bytes.count - 1)
        let content = [("Content-Range", "bytes \(first)-\(last)/\(bytes.count)")]
        return .response(status: 206, headers: headers + content, body: bytes[first...last])
    }

    // MARK: - Parts of responses

    /// A head, its blank line included.
    ///
    /// - Parameters:
    ///   - status: the status.
    ///   - headers: all of its fields. Default: none.
    /// - Returns: the text.
    public static func head(_ status: Int, _ headers: [(String, String)] = []) -> String {
        "HTTP/1.1 \(status) Scripted\r\n" + headers.map { "\($0): \($1)\r\n" }.joined() + "\r\n"
    }

    /// One chunk of a chunked body.
    ///
    /// - Parameter bytes: what it holds.
    /// - Returns: the chunk with its size and line ends.
    public static func chunk(_ bytes: [UInt8]) -> [UInt8] {
        Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8)
    }

    /// The byte at an offset of a generated body.
    ///
    /// - Parameter offset: the offset.
    /// - Returns: the byte; it repeats after 251.
    public static func patternByte(at offset: Int) -> UInt8 { UInt8(offset % 251) }
}
