import ParseOutput
import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Puts tapes together to a recording: documents of their parts, and everything without its secrets.
struct RecordingAssembly {
    private let redactor: RecordingRedactor
    private var exchanges: [RecordedExchange] = []
    private var documents: [DocumentAssembly] = []

    init(redactor: RecordingRedactor) {
        self.redactor = redactor
    }

    /// What a client goes by in a request, and in a response.
    private static let requestFields: Set = [
        "range", "if-match", "if-none-match", "if-unmodified-since", "x-extend-api-version",
    ]
    private static let responseFields: Set = [
        "content-type", "location", "ratelimit", "ratelimit-policy", "retry-after", "retry-after-ms",
        "www-authenticate",
        "x-extend-request-id", "x-ratelimit-reset",
    ]
    private static let documentFields: Set = ["content-type", "etag", "last-modified"]

    mutating func add(_ tape: RecordingTape) {
        let isCall = tape.request.headers["Authorization"] != nil
        var exchange = RecordedExchange(
            method: tape.request.method,
            url: isCall ? redactor.callURL(tape.request.url) : redactor.text(tape.request.url.absoluteString),
            requestHeaders: redactor.fields(tape.request.headers, keeping: Self.requestFields),
            status: tape.head?.status
        )
        if isCall { exchange.requestHeaders.append(name: "Authorization", value: RecordingRedactor.mark) }
        if let head = tape.head { exchange.headers = redactor.fields(head.headers, keeping: Self.responseFields) }
        if tape.isOfDocument {
            let number = document(of: tape, at: exchange.url)
            documents[number].add(tape)
            exchange.body = .document(number + 1)
            exchange.fault = tape.fault(from: tape.documentStart ?? 0)?.redacted(redactor)
        } else {
            let body = redactor.body(tape.bytes)
            exchange.body = .bytes(body)
            exchange.fault = tape.fault()?.redacted(redactor).moved(from: tape.bytes.count, to: body.count)
        }
        exchanges.append(exchange)
    }

    func recording() -> ParseRecording {
        let whole = documents.map { $0.document(redactor) }
        let moved = exchanges.map { exchange in
            guard case .document(let number) = exchange.body else { return exchange }
            var moved = exchange
            moved.fault = exchange.fault?.moved(
                from: whole[number - 1].rawCount, to: whole[number - 1].document.bytes.count)
            return moved
        }
        return ParseRecording(exchanges: moved, documents: whole.map(\.document))
    }

    /// The document that a tape is of: what has the same place and validator, or at least length, is the same.
    private mutating func document(of tape: RecordingTape, at url: String) -> Int {
        let headers = tape.head?.headers ?? [:]
        let validator = headers["ETag"] ?? headers["Last-Modified"]
        let key = DocumentAssembly.Key(
            place: String(tape.request.url.absoluteString.prefix { $0 != "?" }),
            validator: validator,
            // A body that was cut may have told no length, and is a part of the same all the same.
            length: validator == nil ? tape.documentLength : nil
        )
        if let known = documents.firstIndex(where: { $0.key == key }) { return known }
        let kept = redactor.fields(headers, keeping: Self.documentFields)
        documents.append(
            DocumentAssembly(
                key: key, url: url, headers: kept, isGzip: headers["Content-Encoding"]?.lowercased() == "gzip"))
        return documents.count - 1
    }
}

extension RecordedFault {
    /// The same fault, its message without secrets.
    fileprivate func redacted(_ redactor: RecordingRedactor) -> RecordedFault {
        guard case .error(let error, let offset) = self else { return self }
        // A kind of somebody's own may be called anything; it is a word here.
        let kind = error.kind.rawValue.contains(where: \.isWhitespace) ? .other : error.kind
        let redacted = TransportError(
            kind, phase: error.phase, message: RecordingWriter.oneLine(redactor.text(error.message)))
        return .error(redacted, after: offset)
    }

    /// The same fault in a body that has become longer or shorter as its secrets were taken out.
    fileprivate func moved(from old: Int, to new: Int) -> RecordedFault {
        guard old != new, old > 0 else { return self }
        let offset = min(new, Int(Double(offset) * Double(new) / Double(old)))
        switch self {
        case .error(let error, _): return .error(error, after: offset)
        case .unread: return .unread(after: offset)
        }
    }
}
