import ParseModels
import ParseRetry

/// Decides what a download does: events in, actions out, no I/O and no clock.
///
/// Whoever drives it asks for the ``next(at:)`` action, does it, and tells what came of it. Every byte of the stored
/// document is handed out once, in order, or there is an error; whatever the storage host answers.
struct DownloadMachine: Sendable {
    let plan: DownloadPlan
    var state = State.ready

    /// What the document is known by that a token stands in.
    let known: StoredDocument?

    /// What the parts of the document are known by, once there was a first answer.
    var document: StoredDocument?

    /// How many bytes of the stored document have been handed out.
    var offset: Int64

    /// The last bytes that were handed out, or read again and found to be the same.
    var tail = ByteTail(capacity: Int(DownloadPlan.overlap))

    /// The bytes before the seam that was joined last.
    var seam: ByteTail?

    /// What stands before the offset, where a token and not the tail knows it.
    var inherited: SeamMark?

    /// The digest of all that was handed out, kept where no strong tag tells one document from another.
    var prefix: ByteDigest? = ByteDigest()

    /// The URL in use.
    var url: LiveURL?

    /// The URL that was in use before, and is not wanted again.
    var replacedURL: PresignedURL?

    /// Whether the URL has been used.
    var isUsed = false

    /// When a URL was last asked for.
    var lastResolved: Duration?

    /// How far the storage host's clock is ahead.
    var skew: Duration?

    var attempts = AttemptCount()

    /// Whether the host was found not to serve ranges as it should: then the document is read again from its start.
    var rereads = false

    /// Whether the next request must not use a connection that is open already.
    var needsNewConnection = false

    /// Where the window ends, or would have ended, that was opened last; `nil` where it was none.
    var lastWindowEnd: Int64?

    /// Whether the end of a document of unknown length is being made sure of.
    var probesEnd = false

    /// Whether nothing but the connection's end told that of the document.
    var isEndUnproven = false

    /// A page that came as if it were the document, as far as it has been read.
    var page: [UInt8]?

    /// What it has done so far.
    var report = DownloadReport()

    /// What went wrong on the way.
    var timeline = DownloadTimeline()

    /// When something was last asked of the storage host.
    var asked: Duration?

    /// What keeps bytes from coming, and since when.
    var loss: (cause: DownloadReport.Loss, since: Duration)?

    /// Where it stands.
    enum State: Sendable {
        /// Nothing is open.
        case ready

        /// A body is open.
        case reading(BodyPosition)

        /// Bytes are to be handed out.
        indirect case delivering(ArraySlice<UInt8>, then: State)

        /// It is to be waited, as policies say.
        case setBack(DownloadSetback)

        /// It is to be waited just so long.
        case waiting(Duration)

        /// All was handed out.
        case complete

        /// There is no more.
        case failed(DownloadError)
    }

    /// Begins at the document's start, or behind what another process has.
    init(_ plan: DownloadPlan, from point: ResumePoint? = nil) {
        self.plan = plan
        self.offset = point?.offset ?? 0
        self.known = point?.document
        self.document = point?.document
        self.report.startOffset = offset
        self.report.totalBytes = document?.length
        self.inherited = point.flatMap { $0.offset > 0 ? $0.mark : nil }
        if offset > 0 { prefix = nil }
    }

    /// Says what is to be done now.
    ///
    /// - Parameter now: the present.
    /// - Returns: the action, whose outcome is to be told.
    mutating func next(at now: Moment) -> DownloadAction {
        switch state {
        case .ready:
            let action = open(at: now)
            asked = now.reading
            if case .open = action { timeline.opens(at: now.reading) }
            return action
        case .reading:
            asked = now.reading
            return .read
        case .delivering(let bytes, let following):
            state = following
            return .deliver(bytes)
        case .setBack(let setback): return .backOff(setback)
        case .waiting(let duration): return .wait(duration)
        case .complete:
            regain(at: now)
            return .finish
        case .failed(let error):
            regain(at: now)
            return .fail(error.with(timeline.records))
        }
    }

    /// Whether nothing more will come of it.
    var isOver: Bool {
        switch state {
        case .complete, .failed: true
        case .delivering(_, then: .complete), .delivering(_, then: .failed): true
        default: false
        }
    }

    /// Whether bytes are to be handed out.
    var isDelivering: Bool {
        if case .delivering = state { true } else { false }
    }

    /// Ends it, behind bytes that are to be handed out and count as such.
    ///
    /// - Parameter error: why.
    mutating func fail(_ error: DownloadError) {
        let failed = State.failed(error.with(bytesDelivered: offset))
        state = if case .delivering(let bytes, _) = state { .delivering(bytes, then: failed) } else { failed }
    }

    /// Notes that it was waited.
    mutating func waited(_ duration: Duration) {
        timeline.waited(duration)
        attempts.lastDelay = duration
        state = .ready
    }

    /// Ends it, where what might pass is not waited for any longer.
    ///
    /// - Parameter limit: what forbids it.
    mutating func gaveUp(_ limit: RetryLimit) {
        if case .setBack(let setback) = state { fail(setback.error.with(limit: limit)) }
    }
}

// MARK: - Time that is lost

extension DownloadMachine {
    /// Notes that no bytes have come since they were asked for; what began it first is what it counts for.
    mutating func lose(_ cause: DownloadReport.Loss, at now: Moment) {
        if loss == nil { loss = (cause, asked ?? now.reading) }
    }

    /// Notes that bytes come again.
    mutating func regain(at now: Moment) {
        guard let (cause, since) = loss else { return }
        report.lostTime[cause, default: .zero] += now.reading - since
        loss = nil
        // What is lost from here on has been asked for here at the earliest.
        asked = now.reading
    }
}
