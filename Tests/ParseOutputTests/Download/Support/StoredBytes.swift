import ParseTransport

/// An object in a store: its bytes, and how it answers.
struct StoredBytes: Sendable {
    var bytes: [UInt8]
    var eTag: String? = "\"v1\""
    var lastModified: String? = "Tue, 24 Nov 2026 11:00:00 GMT"

    /// How much of a body comes at a time.
    var pieceSize = 1_000

    var headers: HeaderFields = ["Content-Type": "application/json", "Date": "Tue, 24 Nov 2026 12:00:00 GMT"]

    /// Bytes that no shift or repetition leaves as they are; they begin as JSON does.
    init(count: Int, seed: UInt64 = 1) {
        var state = seed
        bytes = (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        if count > 0 { bytes[0] = UInt8(ascii: "{") }
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// As many bytes as it takes, quickly made: blocks that differ in their first bytes.
    static func large(count: Int) -> StoredBytes {
        let block = StoredBytes(count: 65_536).bytes
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            let number = bytes.count / block.count
            bytes += block.prefix(count - bytes.count)
            for place in 1..<3 {
                bytes[number * block.count + place] = UInt8(truncatingIfNeeded: number >> (8 * place - 8))
            }
        }
        return StoredBytes(bytes)
    }

    /// Copies it and changes the copy.
    func with(_ change: (inout StoredBytes) -> Void) -> StoredBytes {
        var copy = self
        change(&copy)
        return copy
    }

    /// All of it.
    func whole(
        brokenAfter count: Int? = nil,
        by fault: TransportError? = .reset,
        hasLength: Bool = true,
        more: HeaderFields = [:]
    ) -> MockAnswer {
        answer(200, bytes[...], more, hasLength: hasLength, brokenAfter: count, by: fault)
    }

    /// A part of it, with its place.
    func part(_ range: Range<Int>, of total: Int? = nil, brokenAfter count: Int? = nil) -> MockAnswer {
        part(
            range, placed: "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(total ?? bytes.count)",
            brokenAfter: count)
    }

    /// A part of it, with whatever is said of its place.
    func part(_ range: Range<Int>, placed place: String?, brokenAfter count: Int? = nil) -> MockAnswer {
        answer(206, bytes[range], place.map { ["Content-Range": $0] } ?? [:], brokenAfter: count)
    }

    /// All from an offset on.
    func rest(from start: Int, brokenAfter count: Int? = nil) -> MockAnswer {
        part(start..<bytes.count, brokenAfter: count)
    }

    /// Any answer with its headers, in pieces.
    ///
    /// - Parameters:
    ///   - count: how many bytes come before it breaks off.
    ///   - fault: what it breaks off with; `nil` for an end without a word.
    func answer(
        _ status: Int,
        _ content: ArraySlice<UInt8>,
        _ more: HeaderFields = [:],
        hasLength: Bool = true,
        brokenAfter count: Int? = nil,
        by fault: TransportError? = .reset
    ) -> MockAnswer {
        var headers = headers
        headers["ETag"] = eTag
        headers["Last-Modified"] = lastModified
        if hasLength { headers["Content-Length"] = "\(content.count)" }
        for field in more { headers[field.name] = field.value }
        let sent = content.prefix(count ?? content.count)
        var body = MockBody.cut(sent, at: Array(stride(from: pieceSize, to: sent.count, by: pieceSize)))
        body.announcedLength = hasLength ? Int64(content.count) : nil
        if count != nil, let fault { body = body.thenFail(fault) }
        return .response(status: status, headers: headers, body: body)
    }
}

extension TransportError {
    /// The peer resets the connection within the body.
    static let reset = TransportError(.connectionBroken, phase: .receivingBody, message: "Scripted reset.")

    /// The peer resets the connection before a head.
    static let resetBeforeHead = TransportError(.connectionBroken, phase: .awaitingResponse, message: "Scripted reset.")
}

extension MockAnswer {
    /// An error as S3 tells it.
    static func s3(
        _ status: Int, _ code: String, _ message: String = "", more: String = "", headers: HeaderFields = [:]
    ) -> MockAnswer {
        var all: HeaderFields = ["Content-Type": "application/xml", "Date": "Tue, 24 Nov 2026 12:00:00 GMT"]
        for field in headers { all[field.name] = field.value }
        let xml = "<?xml version=\"1.0\"?><Error><Code>\(code)</Code><Message>\(message)</Message>\(more)</Error>"
        return .response(status: status, headers: all, body: .bytes(xml.utf8))
    }

    /// The URL has expired, as S3 tells it.
    static let expiredURL = s3(403, "AccessDenied", "Request has expired")
}
