import ParseRetry
import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The storage host's answer to an opening request, read as far as it can be told without its document.
struct StorageAnswer: Sendable {
    /// The status and header fields.
    let head: ResponseHead

    /// The number of bytes its body was announced with.
    let length: Int64?

    /// What a refusal says; silent where the body is the document.
    let error: StorageErrorBody

    /// Whether the transport undoes encodings by itself.
    let isDecompressed: Bool

    init(_ head: ResponseHead, length: Int64?, error: StorageErrorBody = .silent, isDecompressed: Bool = false) {
        self.head = head
        self.length = length
        self.error = error
        self.isDecompressed = isDecompressed
    }

    var status: Int { head.status }

    /// Whether a head announces a document, or a part of one, rather than a word about it.
    static func isDocument(_ head: ResponseHead) -> Bool {
        let type = head.headers["Content-Type"]?.lowercased() ?? ""
        return (head.status == 200 || head.status == 206) && !type.contains("html") && !type.contains("xml")
    }

    /// Which bytes the body holds; `nil` where the header is missing, malformed, or there several times.
    var range: ContentRange? {
        let values = head.headers.values(for: "Content-Range")
        return values.count == 1 ? ContentRange(values[0]) : nil
    }

    /// How the document is encoded; `nil` for an encoding that is not undone.
    var coding: ContentCoding? {
        ContentCoding(head.headers["Content-Encoding"], isUndone: isDecompressed)
    }

    /// What the answer says of the document, a total that it names included.
    func document(coding: ContentCoding) -> StoredDocument {
        let total: Int64?
        switch coding {
        case .undoneByTransport: total = nil  // what it announces counts other bytes than it delivers
        case .identity, .gzip: total = range.map(\.total) ?? (status == 200 ? length : nil)
        }
        return StoredDocument(
            eTag: ETag(head.headers["ETag"]),
            // A date that cannot be read could not be sent back either.
            lastModified: head.headers["Last-Modified"].flatMap {
                HTTPDate.parse($0, today: .distantPast) == nil ? nil : $0
            },
            length: total,
            coding: coding
        )
    }

    /// Whether the end of the body is that of the document, for all that is known: not just that of the connection, and
    /// not that of a part, which may be shorter than what was asked for.
    var endsWithDocument: Bool {
        let isChunked = head.headers["Transfer-Encoding"]?.lowercased().contains("chunked") == true
        return (length != nil || isChunked) && range == nil
    }

    /// The storage provider's id of the request, which its support asks for.
    var requestID: String? {
        let names = ["x-amz-request-id", "x-goog-request-id", "x-ms-request-id", "cf-ray"]
        return names.lazy.compactMap { head.headers[$0] }.first.map { RedactedText($0, limit: 64).description }
    }

    /// The storage host's date.
    func serverDate(today: Date) -> Date? {
        error.serverTime ?? head.headers["Date"].flatMap { HTTPDate.parse($0, today: today) }
    }
}
