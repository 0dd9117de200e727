import ParseOutput
import ParseTransport

/// A document of the storage, put together of the parts that were handed out.
struct DocumentAssembly {
    /// What tells one document from another.
    struct Key: Hashable {
        let place: String
        let validator: String?
        let length: Int?
    }

    let key: Key
    let url: String
    let headers: HeaderFields
    let isGzip: Bool

    private var parts: [(start: Int, bytes: [UInt8])] = []
    private var end: Int?

    init(key: Key, url: String, headers: HeaderFields, isGzip: Bool) {
        self.key = key
        self.url = url
        self.headers = headers
        self.isGzip = isGzip
    }

    mutating func add(_ tape: RecordingTape) {
        parts.append((tape.documentStart ?? 0, tape.bytes))
        end = end ?? tape.documentLength
    }

    /// The document without its secrets, and how long it was with them.
    func document(_ redactor: RecordingRedactor) -> (document: RecordedDocument, rawCount: Int) {
        var bytes: [UInt8] = []
        for part in parts.sorted(by: { $0.start < $1.start }) where part.start <= bytes.count {
            bytes += part.bytes.dropFirst(bytes.count - part.start)
        }
        var isComplete = end == bytes.count
        let rawCount = bytes.count
        // Within compressed bytes no secret could be found.
        if isGzip {
            let inflated = GzipDocument.inflating(bytes)
            bytes = inflated.bytes
            isComplete = isComplete && inflated.isComplete
        }
        return (
            RecordedDocument(url: url, headers: headers, bytes: redactor.body(bytes), isComplete: isComplete), rawCount
        )
    }
}
