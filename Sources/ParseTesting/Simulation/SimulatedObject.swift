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
        guard let asked = wanted.flatMap({ StoredRange($0, of: content.count) }) else {
            return response(200, headers, 0..<content.count, request, visit)
        }
        guard let range = asked.range else { return SimulatedStorage.unsatisfiable(content.count) }
        headers["Content-Range"] = asked.contentRange
        return response(206, headers, range, request, visit)
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
}
