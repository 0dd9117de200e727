import ParseModels
import ParseOutput
import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization

extension StreamingPeer.Answer {
    /// An object from an offset on, with its head, whatever its body does.
    static func object(
        _ object: StoredBytes,
        from start: Int = 0,
        _ steps: [StreamingPeer.Step]
    ) -> StreamingPeer.Answer {
        var headers = object.headers
        headers["ETag"] = object.eTag
        headers["Last-Modified"] = object.lastModified
        let count = object.bytes.count
        if start > 0 { headers["Content-Range"] = "bytes \(start)-\(count - 1)/\(count)" }
        return StreamingPeer.Answer(
            status: start > 0 ? 206 : 200,
            headers: headers,
            length: Int64(count - start),
            steps: steps
        )
    }

    /// As much of an object as is asked for.
    static func window(
        _ object: StoredBytes,
        _ request: TransportRequest,
        pieces size: Int = 1_000,
        every pause: Duration = .zero
    ) -> StreamingPeer.Answer {
        let bounds =
            request.headers["Range"]?.dropFirst("bytes=".count).split(separator: "-").compactMap { Int($0) } ?? []
        let count = object.bytes.count
        let start = bounds.first ?? 0
        let range = start..<(bounds.count == 2 ? Swift.min(bounds[1] + 1, count) : count)
        let steps = StreamingPeer.Step.paced(object.bytes[range], piece: size, every: pause)
        var answer = StreamingPeer.Answer.object(object, from: start, steps)
        guard !bounds.isEmpty else { return answer }
        answer.status = 206
        answer.headers["Content-Range"] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(count)"
        answer.length = Int64(range.count)
        return answer
    }

    /// An object from an offset on, in pieces of 1,000 bytes.
    static func object(_ object: StoredBytes, from start: Int = 0) -> StreamingPeer.Answer {
        .object(object, from: start, .pieces(object.bytes[start...]))
    }
}

extension [StreamingPeer.Step] {
    /// Bytes in pieces.
    static func pieces(_ bytes: ArraySlice<UInt8>, of size: Int = 1_000) -> [StreamingPeer.Step] {
        stride(from: bytes.startIndex, to: bytes.endIndex, by: size).map {
            .bytes(bytes[$0..<Swift.min($0 + size, bytes.endIndex)])
        }
    }
}

extension StreamingPeer {
    /// A storage that serves an object from whatever byte is asked for.
    static func storage(of object: StoredBytes, on clock: ManualClock) -> StreamingPeer {
        StreamingPeer(on: clock) { request, _ in .object(object, from: request.rangeStart ?? 0) }
    }

    /// A download from here, of URLs without a word on how long they live.
    func download(
        on clock: ManualClock,
        time: TimeSource? = nil,
        urls: SharedURLSource? = nil,
        _ change: (inout DownloadConfiguration) -> Void = { _ in }
    ) -> ResumableDownload {
        ResumableDownload(
            over: self,
            configuration: DownloadConfiguration().with(change),
            retry: RetryConfiguration(),
            time: time ?? clock.timeSource,
            random: .constant(1),
            urls: urls ?? SharedURLSource { PresignedURL(rawValue: "https://storage.example/output.json?n=1") }
        )
    }
}

extension TransportRequest {
    /// Where the range begins that is asked for.
    var rangeStart: Int? {
        headers["Range"]?.dropFirst("bytes=".count).split(separator: "-").first.flatMap { Int($0) }
    }
}

/// Reads a download to its end.
func read(_ download: ResumableDownload) async -> (bytes: [UInt8], error: DownloadError?) {
    var bytes: [UInt8] = []
    do throws(DownloadError) {
        for try await piece in download { bytes += piece }
        return (bytes, nil)
    } catch {
        return (bytes, error)
    }
}

/// Reads on with an iterator and with a copy of it, a piece each in turn, to the end of both.
///
/// - Parameter bytes: what had been read before there were two.
/// - Returns: all that either has read.
func readInTurn(
    _ one: inout ResumableDownload.Iterator,
    behind bytes: [UInt8]
) async throws -> (own: [UInt8], copied: [UInt8]) {
    var other = one
    var (own, copied) = (bytes, bytes)
    while let piece = try await one.next() {
        own += piece
        copied += try await other.next() ?? []
    }
    while let piece = try await other.next() { copied += piece }
    return (own, copied)
}
