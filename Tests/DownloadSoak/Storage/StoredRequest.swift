import Foundation
import ParseTransport

/// A request as the storage host reads it.
struct StoredRequest: Sendable {
    /// The number of its URL; 0 for one that was never given out.
    let url: Int

    /// The first byte asked for, and the one behind the last.
    let range: (start: Int, end: Int?)?

    let ifMatch: String?
    let ifUnmodifiedSince: String?

    /// Something in it that no request may hold.
    let mistake: String?

    init(_ request: TransportRequest) {
        let components = URLComponents(url: request.url, resolvingAgainstBaseURL: false)
        url = components?.queryItems?.first { $0.name == "n" }?.value.flatMap { Int($0) } ?? 0
        ifMatch = request.headers["If-Match"]
        ifUnmodifiedSince = request.headers["If-Unmodified-Since"]
        let text = request.headers["Range"]
        range = text.flatMap(Self.range)
        mistake = Self.mistake(in: request, isRangeRead: (text == nil) == (range == nil))
    }

    var hasPrecondition: Bool { ifMatch != nil || ifUnmodifiedSince != nil }

    private static func range(_ text: String) -> (start: Int, end: Int?)? {
        guard text.hasPrefix("bytes=") else { return nil }
        let bounds = text.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard bounds.count == 2, let start = Int(bounds[0]) else { return nil }
        if bounds[1].isEmpty { return (start, nil) }
        guard let last = Int(bounds[1]), last >= start else { return nil }
        return (start, last + 1)
    }

    private static func mistake(in request: TransportRequest, isRangeRead: Bool) -> String? {
        guard isRangeRead else { return "a range that cannot be read" }
        let known = ["Accept", "Accept-Encoding", "User-Agent", "Range", "If-Match", "If-Unmodified-Since"]
        if let field = request.headers.first(where: { !known.contains($0.name) }) { return "the header \(field.name)" }
        guard request.headers["Accept-Encoding"] == "identity" else { return "it would take an encoding" }
        guard request.method == .get else { return "it is no GET" }
        return nil
    }

    /// What was asked for, in a line.
    var line: String {
        let range = range.map { range in "bytes=\(range.start)-\(range.end.map { String($0 - 1) } ?? "")" }
        let parts = [
            "url\(url)", range, ifMatch.map { "If-Match \($0)" }, ifUnmodifiedSince.map { "If-Unmodified-Since \($0)" },
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }
}
