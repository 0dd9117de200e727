import ParseRetry
import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What the answer to an opening request leads to.
extension DownloadMachine {
    /// Takes the storage host's answer.
    ///
    /// - Parameters:
    ///   - answer: the answer.
    ///   - arrived: when it was there, which may have been before it was wanted.
    ///   - now: the present.
    mutating func answered(_ answer: StorageAnswer, arrived: Moment, at now: Moment) {
        if let date = answer.serverDate(today: arrived.date) {
            skew = .seconds(date.timeIntervalSince(arrived.date))
        }
        guard StorageAnswer.isDocument(answer.head) else { return refused(answer, at: now) }
        judge(answer, at: now)
        switch state {
        case .reading, .complete: break
        default: timeline.failed(.status(answer.status), requestID: answer.requestID, at: now.reading)
        }
    }

    /// Judges an answer that brings a document, or a part of one.
    private mutating func judge(_ answer: StorageAnswer, at now: Moment) {
        guard let coding = answer.coding else {
            return fail(.encoded(answer.head.headers["Content-Encoding"] ?? "", status: answer.status))
        }
        let document = answer.document(coding: coding)
        switch (answer.status, offset) {
        case (200, 0) where !isPartCalledWhole(answer): begin(document, end: answer.length, answer, at: now)
        case (_, 0): beginWindow(document, answer, at: now)
        case (206, _): join(document, answer, at: now)
        default: pass(document, answer, at: now)
        }
    }

    // MARK: From the first byte on

    /// A part that tells its place, under the status of the whole; one that reaches from end to end is the whole.
    private func isPartCalledWhole(_ answer: StorageAnswer) -> Bool {
        guard let range = answer.range, let start = range.start else { return false }
        return start > 0 || range.total == nil || plan.window != nil && !rereads
    }

    private mutating func begin(
        _ document: StoredDocument,
        end: Int64?,
        isWindow: Bool = false,
        _ answer: StorageAnswer,
        at now: Moment
    ) {
        // Where a token says what the document was, another one has no business here. Without a token any will do, as
        // nothing of it was handed out.
        if let known, isAnother(document, than: known) { return fail(.changed(offset)) }
        report.totalBytes = document.length
        if let length = document.length ?? end, length > plan.configuration.maximumBytes {
            return fail(.tooLarge(plan.configuration.maximumBytes, length))
        }
        if plan.window != nil, !isWindow, let length = answer.length, length > plan.configuration.bufferedBytes {
            return fail(.notWindowed(plan.configuration.bufferedBytes))
        }
        self.document = document
        prefix = document.strongTag == nil || document.coding == .undoneByTransport ? ByteDigest() : nil
        guard document.length != 0 else {
            state = .complete
            return
        }
        let isUndone = document.coding == .undoneByTransport
        let isAsAsked = end.map { $0 >= askedEnd } ?? true
        lastWindowEnd = isWindow ? knownEnd(end) : nil
        state = .reading(
            BodyPosition(
                position: 0,
                end: isUndone ? nil : knownEnd(end),
                total: document.length,
                endsWithDocument: answer.endsWithDocument || isUndone,
                isWindow: isWindow,
                isAsAsked: isAsAsked,
                opened: 0
            )
        )
    }

    /// Whether a document that is read from its start cannot be the one that a token stands in.
    private func isAnother(_ document: StoredDocument, than known: StoredDocument) -> Bool {
        switch known.agrees(with: document) {
        case .same: false
        case .other: true
        case .unproven: known.hasValidator && plan.configuration.validation == .strict
        }
    }

    private mutating func beginWindow(_ document: StoredDocument, _ answer: StorageAnswer, at now: Moment) {
        guard plan.window != nil, !rereads else {
            return fail(.violation("a part of the document came although all of it was asked for"))
        }
        // Part of an encoded document is nothing that a transport could undo.
        guard document.coding != .undoneByTransport else { return reread(nil) }
        guard let range = answer.range, let start = range.start, let end = range.end else {
            return reread(.violation("it is not said which part of the document came"))
        }
        guard start == 0 else { return gap(at: now) }
        guard answer.length == nil || answer.length == end else { return mismeasured(at: now) }
        guard isBearable(end) else { return fail(.notWindowed(plan.configuration.bufferedBytes)) }
        begin(document, end: end, isWindow: true, answer, at: now)
    }

    // MARK: Behind what was handed out

    /// A part that was asked for, or one that was sent instead.
    private mutating func join(_ document: StoredDocument, _ answer: StorageAnswer, at now: Moment) {
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
    private mutating func pass(_ document: StoredDocument, _ answer: StorageAnswer, at now: Moment) {
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
    private func isBearable(_ count: Int64) -> Bool {
        guard let window = plan.window else { return true }
        return count <= max(Int64(plan.configuration.bufferedBytes), window + DownloadPlan.overlap)
    }

    /// Where a body ends: behind what it announces, and never behind the document.
    private func knownEnd(_ announced: Int64?) -> Int64? {
        [announced, document?.length].compactMap(\.self).min()
    }

    /// Where the body would end that was asked for.
    private var askedEnd: Int64 {
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

    // MARK: Answers that contradict themselves

    /// Reads the document from its start where its parts cannot be told.
    mutating func reread(_ error: DownloadError?) {
        if rereads, let error { return fail(error) }
        rereads = true
        state = .ready
    }

    private mutating func gap(at now: Moment) {
        retryOnce(.rangeGap(offset), at: now)
    }

    private mutating func mismeasured(at now: Moment) {
        retryOnce(.violation("the length of the part that came contradicts its place"), at: now)
    }
}
