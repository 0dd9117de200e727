import ParseTransport

/// A stored object: whole, by ranges, and only while it is the one that was meant.
struct SimulatedObject {
    let bytes: [UInt8]

    /// A strong validator made of the content (FNV-1a).
    var eTag: String {
        let hash = bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        return "\"\(String(hash, radix: 16))\""
    }

    func answer(_ request: HeaderFields, pieceSize: Int) -> TransportResponse {
        let eTag = eTag
        if let wanted = request["If-Match"], wanted != "*", wanted != eTag {
            return SimulatedStorage.refusal(412, "PreconditionFailed", "The object is another one.")
        }
        var headers: HeaderFields = [
            "Accept-Ranges": "bytes", "Content-Type": "application/json", "ETag": eTag,
            "Last-Modified": "Tue, 24 Nov 2026 12:00:00 GMT",
        ]
        guard let asked = request["Range"].flatMap({ range(of: $0) }) else {
            return response(200, headers, bytes[...], pieceSize)
        }
        guard !asked.isEmpty else {
            var refusal = SimulatedStorage.refusal(416, "InvalidRange", "The range is not satisfiable.")
            refusal.head.headers["Content-Range"] = "bytes */\(bytes.count)"
            return refusal
        }
        headers["Content-Range"] = "bytes \(asked.lowerBound)-\(asked.upperBound - 1)/\(bytes.count)"
        return response(206, headers, bytes[asked], pieceSize)
    }

    private func response(
        _ status: Int,
        _ headers: HeaderFields,
        _ content: ArraySlice<UInt8>,
        _ pieceSize: Int
    ) -> TransportResponse {
        var headers = headers
        headers["Content-Length"] = "\(content.count)"
        let body = ResponseBody(length: Int64(content.count)) {
            var rest = content
            return { () async throws(TransportError) in
                guard !rest.isEmpty else { return nil }
                defer { rest = rest.dropFirst(pieceSize) }
                return rest.prefix(pieceSize)
            }
        }
        return TransportResponse(head: ResponseHead(status: status, headers: headers), body: body)
    }

    /// The offsets of one range; empty where none of it is there, `nil` for what is not one range of bytes.
    private func range(of header: String) -> Range<Int>? {
        guard header.hasPrefix("bytes="), !header.contains(",") else { return nil }
        let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        if ends[0].isEmpty {
            guard let suffix = Int(ends[1]) else { return nil }
            return max(0, bytes.count - suffix)..<bytes.count
        }
        guard let first = Int(ends[0]) else { return nil }
        guard first < bytes.count else { return 0..<0 }
        guard !ends[1].isEmpty else { return first..<bytes.count }
        guard let last = Int(ends[1]), last >= first else { return nil }
        return first..<min(last, bytes.count - 1) + 1
    }
}
