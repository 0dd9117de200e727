import ParseTransport

/// What the pieces of an open body lead to.
extension DownloadMachine {
    /// Takes the next piece of the body.
    ///
    /// - Parameters:
    ///   - piece: the piece, never empty.
    ///   - now: the present.
    mutating func received(_ piece: ArraySlice<UInt8>, at now: Moment) {
        guard case .reading(var body) = state else { return }
        report.wireBytes += Int64(piece.count)
        // More than was announced belongs to nothing, and is not handed out.
        let kept = body.end.map { piece.prefix(Int(clamping: $0 - body.position)) } ?? piece
        let isExcessive = kept.count < piece.count
        body.position += Int64(kept.count)
        // Of a body without a length it shows only as it comes.
        if plan.window != nil, !body.isWindow, body.position > plan.configuration.bufferedBytes {
            return fail(.notWindowed(plan.configuration.bufferedBytes))
        }
        var new = kept
        switch body.seam?.take(kept) {
        case nil: break
        case .different:
            return fail(.changed(offset))
        case .passed(let again):
            inheritedTail(again)
            new = []
        case .reached(let again, let following):
            inheritedTail(again)
            body.seam = nil
            learnLength(body.total)
            learn(body.document)
            seam = tail
            new = following
        }
        let following: State =
            isExcessive
            ? .failed(.violation("more bytes came than were announced").with(bytesDelivered: offset)) : .reading(body)
        hand(out: new, then: following, at: now)
    }

    /// Bytes that were read again and compared stand before the offset, whoever had them first.
    private mutating func inheritedTail(_ bytes: ArraySlice<UInt8>) {
        if inherited != nil { tail.append(bytes) }
    }

    private mutating func hand(out bytes: ArraySlice<UInt8>, then following: State, at now: Moment) {
        if case .reading(let body) = following, body.seam == nil { inherited = nil }
        guard !bytes.isEmpty else {
            state = offset == document?.length ? .complete : following
            return
        }
        if offset == 0, page != nil || Self.beginsLikePage(bytes) {
            return received(page: bytes, then: following, at: now)
        }
        guard offset + Int64(bytes.count) <= plan.configuration.maximumBytes else {
            return fail(.tooLarge(plan.configuration.maximumBytes))
        }
        regain(at: now)
        offset += Int64(bytes.count)
        report.deliveredBytes += Int64(bytes.count)
        tail.append(bytes)
        prefix?.update(bytes)
        attempts.received(bytes.count, progress: DownloadPlan.progress(of: document?.length))
        // The last byte is the end: what the connection does afterwards changes nothing.
        let isWhole = offset == document?.length
        if case .failed(let error) = following {
            state = .delivering(bytes, then: .failed(error.with(bytesDelivered: offset)))
        } else {
            state = .delivering(bytes, then: isWhole ? .complete : following)
        }
    }

    /// JSON never begins with an angle bracket; HTML and XML do.
    private static func beginsLikePage(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.first { $0 > 0x20 } == UInt8(ascii: "<")
    }

    /// Notes that the body has ended without a fault.
    ///
    /// - Parameter now: the present.
    mutating func ended(at now: Moment) {
        guard case .reading(let body) = state, page == nil else { return pageEnded(at: now) }
        let isShort = body.end.map { body.position < $0 } ?? false
        guard !isShort, body.seam == nil else {
            return interrupted(by: .short(at: body.position, of: body.end), at: now)
        }
        guard let length = document?.length else { return endedSomewhere(body, at: now) }
        guard offset < length else {
            state = .complete
            return
        }
        // Less than all came, and as much as was announced: what is missing is asked for next, at once where it was
        // asked for bit by bit, and where it brings the download on.
        if body.isWindow && body.isAsAsked {
            state = .ready
        } else if attempts.failures == 0 {
            _ = attempts.failed(at: now.reading)
            state = .ready
        } else {
            interrupted(by: .short(at: body.position, of: length), at: now)
        }
    }

    /// The end of a document whose length nobody has named.
    private mutating func endedSomewhere(_ body: BodyPosition, at now: Moment) {
        let isNews = !probesEnd || offset > body.opened
        guard body.isWindow || !body.endsWithDocument, isNews, canJoin || body.isWindow else {
            // That nothing comes twice proves as little as that it came once: no output is empty.
            let isUnproven = isNews || offset == 0
            isEndUnproven = !body.isWindow && !body.endsWithDocument && isUnproven && document?.coding == .identity
            state = .complete
            return
        }
        // Behind a window there may be more, also where nothing could prove that it belongs here.
        guard canJoin else { return reread(nil) }
        // A connection that ends may have been cut, and a window is one of many: the host is asked for what follows.
        probesEnd = true
        state = .ready
    }

    /// Notes that the body comes so slowly that it was let go; what has come of it counts.
    ///
    /// - Parameter now: the present.
    mutating func stalled(at now: Moment) {
        guard !isOver else { return }
        guard case .delivering(let bytes, _) = state else { return interrupted(by: .tooSlow, at: now) }
        state = .ready
        interrupted(by: .tooSlow, at: now)
        state = .delivering(bytes, then: state)
    }

    /// Notes that the connection was let go because nobody asked for bytes for long.
    mutating func released() {
        page = nil
        if case .reading = state { state = .ready }
    }
}

extension TransportError {
    fileprivate static let tooSlow = TransportError(
        .timedOut,
        phase: .receivingBody,
        message: "The storage host sent next to nothing for long."
    )

    fileprivate static func short(at position: Int64, of end: Int64?) -> TransportError {
        TransportError(
            .connectionBroken,
            phase: .receivingBody,
            message: "The body ended after \(position) of \(end.map(String.init) ?? "more") bytes."
        )
    }
}
