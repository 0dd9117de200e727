import ParseTransport

/// An object in a store: its bytes, and how it answers.
struct StoredBytes: Sendable {
    var bytes: [UInt8]
    var eTag: String? = "\"v1\""
    var lastModified: String? = "Tue, 24 Nov 2026 11:00:00 GMT"
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

    /// Copies it and changes the copy.
    func with(_ change: (inout StoredBytes) -> Void) -> StoredBytes {
        var copy = self
        change(&copy)
        return copy
    }

    /// All of it.
    func whole(brokenAfter count: Int? = nil, by fault: TransportError = .reset) -> MockAnswer {
        answer(200, bytes[...], brokenAfter: count, by: fault)
    }

    /// A part of it, with its place.
    func part(_ range: Range<Int>, of total: Int? = nil, brokenAfter count: Int? = nil) -> MockAnswer {
        answer(
            206, bytes[range],
            ["Content-Range": "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(total ?? bytes.count)"],
            brokenAfter: count)
    }

    /// All from an offset on.
    func rest(from start: Int, brokenAfter count: Int? = nil) -> MockAnswer {
        part(start..<bytes.count, brokenAfter: count)
    }

    /// Any answer with its headers, in pieces of 1,000 bytes.
    func answer(
        _ status: Int,
        _ content: ArraySlice<UInt8>,
        _ more: HeaderFields = [:],
        hasLength: Bool = true,
        brokenAfter count: Int? = nil,
        by fault: TransportError = .reset
    ) -> MockAnswer {
        var headers = headers
        headers["ETag"] = eTag
        headers["Last-Modified"] = lastModified
        if hasLength { headers["Content-Length"] = "\(content.count)" }
        for field in more { headers[field.name] = field.value }
        let sent = content.prefix(count ?? content.count)
        var body = MockBody.cut(sent, at: Array(stride(from: 1_000, to: sent.count, by: 1_000)))
        body.announcedLength = hasLength ? Int64(content.count) : nil
        if count != nil { body = body.thenFail(fault) }
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
