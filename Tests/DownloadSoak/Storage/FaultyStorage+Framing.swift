import ParseTransport

/// How much is announced, and how the body ends.
extension FaultyStorage.State {
    func frame(_ draft: inout AnswerDraft, _ faults: Set<Fault>, isFirst: Bool, _ script: Script) {
        switch script.host.framing {
        case .length: break
        case .chunked:
            draft.announced = nil
            draft.headers["Transfer-Encoding"] = "chunked"
        case .closing: draft.announced = nil
        }
        guard let length = draft.announced else { return }
        defer { draft.headers["Content-Length"] = draft.announced.map(String.init) }
        guard !script.isUndone else { return }
        if faults.contains(.wrongLength) {
            // Of a document of which nothing is known yet, less would be all there is; gzip tells by itself.
            let isNoticed = !isFirst || script.gzipBlock != nil
            let wrong = dice.within((isNoticed ? 0 : Int(length) + 1)...2 * Int(length) + 1)
            draft.announced = Int64(wrong)
            draft.body = draft.body.prefix(wrong)
        } else if faults.contains(.moreThanAnnounced) {
            draft.body += ObjectVersion.bytes(dice.spread(1...5_000), seed: dice.seed())
        }
    }

    func interrupt(_ draft: inout AnswerDraft, _ faults: Set<Fault>, _ script: Script) {
        guard draft.event == nil else { return }
        let place = dice.within(0...draft.body.count)
        if faults.contains(.brokenBody) {
            draft.event = (place, .fault(broken()))
        } else if faults.contains(.shortBody) {
            draft.event = (place, isHidden(script) ? .end : .fault(broken()))
        } else if faults.contains(.stalledBody) {
            draft.event = (place, .pause(dice.seconds(1...100)))
        } else if faults.contains(.endlessSilence) {
            draft.event = (place, .silence)
        } else if faults.contains(.trickle) {
            draft.event = (place, .trickle(bytes: dice.spread(1...20_000), every: dice.seconds(0.1...25)))
        }
    }

    /// Whether an early end looks like any other.
    ///
    /// The end of a connection is all that says where a body without a length ends, and the document with it unless
    /// there is a strong tag to ask for more by. An encoding says where it ends, to whoever undoes it.
    private func isHidden(_ script: Script) -> Bool {
        guard script.host.hidesShortBodies, !script.isUndone else { return false }
        switch script.host.framing {
        case .length: return true
        case .chunked: return false
        case .closing:
            if script.gzipBlock != nil { return true }
            return script.validators.tag == .strong && !script.host.faults.contains(.noTag)
        }
    }

    private func broken() -> TransportError {
        let kind: TransportError.Kind =
            dice.happens(90) ? .connectionBroken : dice.pick([.timedOut, .protocolViolation, .other])
        return TransportError(kind, phase: .receivingBody, message: "Scripted.")
    }
}
