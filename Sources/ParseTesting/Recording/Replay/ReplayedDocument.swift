import ParseTransport

/// A recorded document, handed out as a storage does: whole, by ranges, and only while it is the one that was meant.
struct ReplayedDocument {
    private static let pieceSize = 65_536

    private let document: RecordedDocument

    init(_ document: RecordedDocument) {
        self.document = document
    }

    func answer(_ request: TransportRequest, fault: RecordedFault?) -> TransportResponse {
        if let wanted = request.headers["If-Match"], wanted != "*", wanted != document.headers["ETag"] {
            return SimulatedStorage.refusal(412)
        }
        var headers = document.headers
        headers["Accept-Ranges"] = "bytes"
        guard let asked = request.headers["Range"].flatMap({ StoredRange($0, of: document.bytes.count) }) else {
            return response(200, headers, 0..<document.bytes.count, fault)
        }
        guard let range = asked.range else { return SimulatedStorage.unsatisfiable(document.bytes.count) }
        headers["Content-Range"] = asked.contentRange
        return response(206, headers, range, fault)
    }

    private func response(
        _ status: Int,
        _ headers: HeaderFields,
        _ range: Range<Int>,
        _ fault: RecordedFault?
    ) -> TransportResponse {
        var headers = headers
        let isWhole = document.isComplete || range.upperBound < document.bytes.count
        if isWhole { headers["Content-Length"] = "\(range.count)" }
        let bytes = document.bytes[range]
        var body = ResponseBody(length: isWhole ? Int64(range.count) : nil) {
            var rest = bytes
            return { () async throws(TransportError) in
                guard !rest.isEmpty else {
                    if isWhole { return nil }
                    throw RecordedFault.unread(after: 0).error
                }
                defer { rest = rest.dropFirst(Self.pieceSize) }
                return rest.prefix(Self.pieceSize)
            }
        }
        // A fault strikes at its place in the document, if this part has come so far.
        if let fault, fault.offset <= range.upperBound {
            body = body.breaking(after: max(0, fault.offset - range.lowerBound), with: fault.error)
        }
        return TransportResponse(head: ResponseHead(status: status, headers: headers), body: body)
    }
}
