import ParseTransport
import Synchronization

/// A stored object: whole, by ranges, and only while it is the one that was meant.
struct SimulatedObject {
    let api: SimulatedParseAPI
    let content: StoredContent

    func answer(_ request: TransportRequest, _ visit: SimulatedVisit) -> TransportResponse {
        if let wanted = request.headers["If-Match"], wanted != "*", wanted != content.eTag {
            return SimulatedStorage.refusal(412)
        }
        var headers: HeaderFields = [
            "Accept-Ranges": "bytes", "Content-Type": "application/json", "ETag": content.eTag,
            "Last-Modified": "Tue, 24 Nov 2026 12:00:00 GMT",
        ]
        var wanted = request.headers["Range"]
        if case .ignoredRange? = visit.fault?.kind { wanted = nil }
        guard let asked = wanted.flatMap({ range(of: $0) }) else {
            return response(200, headers, 0..<content.count, request, visit)
        }
        guard !asked.isEmpty else {
            var refusal = SimulatedStorage.refusal(416, "InvalidRange", "The range is not satisfiable.")
            refusal.head.headers["Content-Range"] = "bytes */\(content.count)"
            return refusal
        }
        headers["Content-Range"] = "bytes \(asked.lowerBound)-\(asked.upperBound - 1)/\(content.count)"
        return response(206, headers, asked, request, visit)
    }

    private func response(
        _ status: Int,
        _ headers: HeaderFields,
        _ range: Range<Int>,
        _ request: TransportRequest,
        _ visit: SimulatedVisit
    ) -> TransportResponse {
        var headers = headers
        headers["Content-Length"] = "\(range.count)"
        let (api, content, idle) = (api, content, request.timeouts.idle)
        let body = ResponseBody(length: Int64(range.count)) {
            var reader = content.reader(of: range)
            var rest = range
            return { () async throws(TransportError) in
                guard !rest.isEmpty else { return nil }
                let next = rest.prefix(api.pieceSize)
                let (clear, fault) = api.state.withLock { $0.takeFault(of: visit, within: next) }
                switch fault {
                case .breaking: throw ResponseBody.broken(after: rest.lowerBound - range.lowerBound)
                case .stalling: try await api.silence(idle, phase: .receivingBody)
                case .corrupting, nil: break
                }
                guard let piece = reader.next(clear) else { return nil }
                rest = rest.lowerBound + piece.count..<rest.upperBound
                return fault == .corrupting ? piece.corrupted : piece
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
            return max(0, content.count - suffix)..<content.count
        }
        guard let first = Int(ends[0]) else { return nil }
        guard first < content.count else { return 0..<0 }
        guard !ends[1].isEmpty else { return first..<content.count }
        guard let last = Int(ends[1]), last >= first else { return nil }
        return first..<min(last, content.count - 1) + 1
    }
}
