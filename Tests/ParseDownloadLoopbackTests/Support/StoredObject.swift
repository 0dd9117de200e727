import LoopbackServer

/// An object in a store on this machine, and how it is sent.
struct StoredObject: Sendable {
    /// What a reader shall get.
    var content: [UInt8]

    /// The bytes as they are stored.
    var stored: [UInt8]

    /// How they are encoded.
    var coding: String?

    var eTag = "\"v1\""

    /// How the end of a body is told.
    enum Framing: Sendable {
        case length, chunks
    }

    /// Bytes that no shift or repetition leaves as they are; they begin as JSON does.
    init(count: Int, seed: UInt64 = 1) {
        var state = seed
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            withUnsafeBytes(of: (state ^ state >> 32).littleEndian) { bytes.append(contentsOf: $0) }
        }
        bytes.removeLast(bytes.count - count)
        bytes[0] = UInt8(ascii: "{")
        content = bytes
        stored = bytes
    }

    /// Three mebibytes.
    static let standard = StoredObject(count: 3 << 20)

    /// Sends what is asked for, or a part of it.
    ///
    /// - Parameters:
    ///   - request: what is asked for; `nil` for all of the object, whatever was.
    ///   - framing: how the end of the body is told.
    ///   - offset: the offset in the object where sending ends before its time.
    ///   - steps: what is done then.
    func answer(
        to request: LoopbackRequest?,
        _ framing: Framing = .length,
        until offset: Int? = nil,
        then steps: LoopbackAnswer.Step...
    ) -> LoopbackAnswer {
        if let wanted = request?["If-Match"], wanted != eTag { return .response(status: 412) }
        let range = request?["Range"].flatMap(range)
        let asked = range ?? 0..<stored.count
        let sent = Array(stored[asked.lowerBound..<max(asked.lowerBound, min(offset ?? .max, asked.upperBound))])
        var headers = [("Content-Type", "application/json"), ("ETag", eTag), ("Accept-Ranges", "bytes")]
        if let coding { headers.append(("Content-Encoding", coding)) }
        if let range {
            headers.append(("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(stored.count)"))
        }
        switch framing {
        case .length: headers.append(("Content-Length", "\(asked.count)"))
        case .chunks: headers.append(("Transfer-Encoding", "chunked"))
        }
        let head = LoopbackAnswer.head(range == nil ? 200 : 206, headers)
        return .steps([.text(head), .send(framing == .length ? sent : Self.chunks(sent))] + steps)
    }

    /// A body in chunks, without the last one, which says that it is over.
    private static func chunks(_ bytes: [UInt8]) -> [UInt8] {
        stride(from: 0, to: bytes.count, by: 100_000).flatMap { start in
            LoopbackAnswer.chunk(Array(bytes[start..<min(start + 100_000, bytes.count)]))
        }
    }

    /// The bytes that a header `Range` asks for, as far as there are any.
    private func range(_ text: String) -> Range<Int>? {
        let bounds = text.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        guard bounds.count == 2, let first = Int(bounds[0]), first < stored.count else { return nil }
        return first..<min(Int(bounds[1]).map { $0 + 1 } ?? .max, stored.count)
    }
}
