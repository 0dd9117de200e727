import ParseTransport

/// One exchange as it goes through a ``RecordingTransport``: raw, and never shown.
struct RecordingTape: Sendable {
    enum Ending: Sendable {
        /// It is under way, or whoever read the body left it.
        case left
        case whole
        case failed(TransportError)
    }

    let request: TransportRequest
    var head: ResponseHead?
    var length: Int64?
    var bytes: [UInt8] = []
    var ending = Ending.left

    /// Whether there is anything to keep: not where it was cancelled before its head came.
    var isKept: Bool {
        guard head == nil else { return true }
        if case .failed(let error) = ending { return error.kind != .cancelled }
        return false
    }

    /// Whether the body was read to its end; a reader who knows the length need not ask for what follows it.
    var isWhole: Bool {
        if case .whole = ending { return true }
        return length == Int64(bytes.count)
    }

    /// What ended it, at a place counted from the beginning of the body, or of the document that it is a part of.
    func fault(from start: Int = 0) -> RecordedFault? {
        if isWhole { return nil }
        switch ending {
        case .whole: return nil
        case .left: return .unread(after: start + bytes.count)
        case .failed(let error): return .error(error, after: start + bytes.count)
        }
    }

    /// Whether the storage was asked for a document and handed out some of it.
    var isOfDocument: Bool {
        guard request.method == .get, request.headers["Authorization"] == nil else { return false }
        return head?.status == 200 || head?.status == 206 && documentStart != nil
    }

    /// Where in the document the body begins.
    var documentStart: Int? {
        guard let head else { return nil }
        guard head.status == 206 else { return 0 }
        guard let range = head.headers["Content-Range"], range.hasPrefix("bytes ") else { return nil }
        return range.dropFirst(6).split(separator: "-").first.flatMap { Int($0) }
    }

    /// How long the document is, where that is known.
    var documentLength: Int? {
        guard let head else { return nil }
        if head.status == 206 {
            return head.headers["Content-Range"]?.split(separator: "/").last.flatMap { Int($0) }
        }
        return length.map(Int.init) ?? (isWhole ? bytes.count : nil)
    }
}
