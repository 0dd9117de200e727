import ParseTransport

/// What an answer leads to that goes on behind what was handed out.
extension DownloadMachine {
    /// A part that was asked for, or one that was sent instead.
    mutating func join(_ document: StoredDocument, _ answer: StorageAnswer, at now: Moment) {
        let type = answer.head.headers["Content-Type"]?.lowercased() ?? ""
        guard !type.hasPrefix("multipart/") else { return fail(.violation("several parts came instead of one")) }
        guard !rereads, canJoin else {
            return fail(.violation("a part of the document came although all of it was asked for"))
        }
        // Without its place, a part fits nowhere.
        guard let range = answer.range, let start = range.start, let end = range.end else {
            return reread(.violation("it is not said which part of the document came"))
        }
        let agreement = self.document?.agrees(with: document) ?? .other
        let isWeak = agreement == .unproven
        guard agreement == .same || isWeak && plan.configuration.validation == .lenient else {
            return fail(.changed(offset))
        }
        guard start <= offset - mark.length else { return gap(at: now) }
        guard answer.length == nil || answer.length == end - start else { return mismeasured(at: now) }
        guard end >= offset || end == document.length else { return gap(at: now) }
        guard isBearable(end - start) else { return fail(.notWindowed(plan.configuration.bufferedBytes)) }
        resume(at: start, end: end, total: range.total, isPart: true, mark: mark, isWeak: isWeak, answer)
    }

    /// All of the document once more, from a host that does not heed the range, or because it was asked for.
    mutating func pass(_ document: StoredDocument, _ answer: StorageAnswer, at now: Moment) {
        // A part that calls itself the whole.
        if canJoin, let range = answer.range, let start = range.start, let end = range.end, start > 0,
            answer.length == end - start
        {
            return join(document, answer, at: now)
        }
        let agreement = self.document?.agrees(with: document)
        switch agreement {
        case .same: break
        case .unproven where prefix != nil || plan.configuration.validation == .lenient: break
        default: return fail(.changed(offset))
        }
        guard offset <= plan.configuration.rereadLimit else {
            return fail(
                .cannotResume("the storage host does not serve ranges, and \(offset) bytes are too many to skip"))
        }
        if plan.window != nil, let length = answer.length, length > plan.configuration.bufferedBytes {
            return fail(.notWindowed(plan.configuration.bufferedBytes))
        }
        // All that was handed out is compared where nothing else proves that it is the same.
        let whole = prefix.map { SeamMark(length: offset, digest: $0.value) }
        let isWeak = agreement == .unproven && whole == nil
        let end = answer.length
        resume(at: 0, end: end, total: document.length, isPart: false, mark: whole ?? mark, isWeak: isWeak, answer)
        guard whole != nil, case .reading(var body) = state else { return }
        body.document = document
        state = .reading(body)
    }

    /// Reads a body on behind what was handed out; it is weak where nothing but the bytes before the seam speaks for it.
    private mutating func resume(
        at start: Int64,
        end: Int64?,
        total: Int64?,
        isPart: Bool,
        mark: SeamMark,
        isWeak: Bool,
        _ answer: StorageAnswer
    ) {
        if isWeak { report.weakResumes += 1 }
        // Of a window it may be where the host ends it: then what follows is asked for until nothing does.
        let total = isPart && plan.window != nil ? nil : total
        if start == offset { learnLength(total) }
        if inherited != nil { tail = ByteTail(capacity: tail.capacity) }
        let end = document?.coding == .undoneByTransport ? nil : knownEnd(end)
        let isWindow = plan.window != nil && isPart
        let isAsAsked = end.map { $0 >= askedEnd } ?? true
        lastWindowEnd = isWindow ? end : nil
        state = .reading(
            BodyPosition(
                position: start,
                end: end,
                seam: start < offset ? SeamCheck(distance: offset - start, mark: mark) : nil,
                total: total,
                endsWithDocument: answer.endsWithDocument,
                isWindow: isWindow,
                isAsAsked: isAsAsked,
                opened: offset
            )
        )
    }

    /// Whether a part is not so much longer than what was asked for that a transport should not hold it.
    func isBearable(_ count: Int64) -> Bool {
        guard let window = plan.window else { return true }
        return count <= max(Int64(plan.configuration.bufferedBytes), window + DownloadPlan.overlap)
    }

    /// Where a body ends: behind what it announces, and never behind the document.
    func knownEnd(_ announced: Int64?) -> Int64? {
        [announced, document?.length].compactMap(\.self).min()
    }

    /// Where the body would end that was asked for.
    var askedEnd: Int64 {
        endOfWindow(at: offset) ?? document?.length ?? .max
    }

    /// Learns what a document is known by that the first answer did not tell.
    mutating func learn(_ other: StoredDocument?) {
        guard let other else { return }
        if document?.eTag == nil { document?.eTag = other.eTag }
        if document?.lastModified == nil { document?.lastModified = other.lastModified }
    }

    mutating func learnLength(_ length: Int64?) {
        guard let length, document?.length == nil else { return }
        document?.length = length
        report.totalBytes = length
    }
}
