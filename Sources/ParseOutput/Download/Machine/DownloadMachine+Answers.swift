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

    // MARK: Answers that contradict themselves

    /// Reads the document from its start where its parts cannot be told.
    mutating func reread(_ error: DownloadError?) {
        if rereads, let error { return fail(error) }
        rereads = true
        state = .ready
    }

    mutating func gap(at now: Moment) {
        retryOnce(.rangeGap(offset), at: now)
    }

    mutating func mismeasured(at now: Moment) {
        retryOnce(.violation("the length of the part that came contradicts its place"), at: now)
    }
}
