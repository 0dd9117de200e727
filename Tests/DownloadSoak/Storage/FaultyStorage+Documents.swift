import ParseTransport

/// The document, or a part of it, as it is sent and as it is described.
extension FaultyStorage.State {
    mutating func document(
        _ request: StoredRequest,
        _ faults: Set<Fault>,
        at offset: Int,
        _ script: Script
    ) -> AnswerDraft {
        let version = script.versions[version]
        if !faults.contains(.ignoredCondition), isRefused(request, version) { return .word(412, "PreconditionFailed") }
        let size = version.stored.count
        var draft: AnswerDraft
        if let asked = request.range, !faults.contains(.wholeInsteadOfPart) {
            guard asked.start < size else {
                var draft = AnswerDraft.word(416, "InvalidRange")
                draft.headers["Content-Range"] = "bytes */\(size)"
                return draft
            }
            let part = changed(asked.start..<min(size, asked.end ?? size), of: size, faults)
            draft = partial(part, of: version, faults, offset: offset, script)
        } else if faults.contains(.unaskedPart), size > 1 {
            draft = partial(0..<dice.within(1...size), of: version, faults, offset: offset, script)
        } else {
            let bytes = script.isUndone ? version.content : version.stored
            draft = AnswerDraft(status: 200, body: bytes[...], announced: Int64(size))
        }
        describe(&draft, version, faults, script)
        frame(&draft, faults, isFirst: offset == 0, script)
        interrupt(&draft, faults, script)
        return draft
    }

    private func isRefused(_ request: StoredRequest, _ version: ObjectVersion) -> Bool {
        if let tag = request.ifMatch { return tag != version.eTag }
        if let date = request.ifUnmodifiedSince { return date != version.lastModified }
        return false
    }

    // MARK: Parts

    private func changed(_ asked: Range<Int>, of size: Int, _ faults: Set<Fault>) -> Range<Int> {
        var part = asked
        if faults.contains(.shortPart) { part = part.lowerBound..<part.lowerBound + dice.within(1...part.count) }
        if faults.contains(.earlyPart) { part = dice.within(0...part.lowerBound)..<part.upperBound }
        if faults.contains(.latePart) { part = dice.within(part.lowerBound...part.upperBound - 1)..<part.upperBound }
        return part
    }

    private func partial(
        _ part: Range<Int>,
        of version: ObjectVersion,
        _ faults: Set<Fault>,
        offset: Int,
        _ script: Script
    ) -> AnswerDraft {
        let size = version.stored.count
        var draft = AnswerDraft(status: faults.contains(.partCalledWhole) ? 200 : 206, announced: Int64(part.count))
        // Nobody could know that a part is not all there is where nothing told of more before.
        let isUntold = script.host.framing != .length && script.capabilities.streamsWithBackpressure
        let isFirst = isUntold || (offset == 0 && part.lowerBound == 0)
        draft.headers["Content-Range"] = place(part, of: size, faults, isFirst: isFirst)
        var sent = part
        // Fewer bytes before the seam than these might be the same by chance.
        if faults.contains(.wrongPlace), part.lowerBound > 0 || offset >= 32 {
            let start = dice.within(0...size - part.count)
            sent = start..<start + part.count
        }
        // A transport that undoes encodings can make nothing of a part of one.
        if script.isUndone {
            let error = TransportError(.protocolViolation, phase: .receivingBody, message: "This is no gzip file.")
            draft.event = (0, .fault(error))
        } else {
            draft.body = version.stored[sent]
        }
        return draft
    }

    private func place(_ part: Range<Int>, of size: Int, _ faults: Set<Fault>, isFirst: Bool) -> String? {
        let bounds = "\(part.lowerBound)-\(part.upperBound - 1)"
        if faults.contains(.unknownTotal) { return "bytes \(bounds)/*" }
        if faults.contains(.wrongTotal) {
            let total = isFirst ? size + dice.spread(1...100_000) : max(part.upperBound, dice.within(1...2 * size))
            return "bytes \(bounds)/\(total)"
        }
        // Without its place, a part that calls itself the whole is no different from it.
        if faults.contains(.partCalledWhole) { return "bytes \(bounds)/\(size)" }
        if faults.contains(.noPlace) { return nil }
        guard faults.contains(.malformedPlace) else { return "bytes \(bounds)/\(size)" }
        return dice.pick([
            "bytes 5-1/10", "items \(bounds)/\(size)", "bytes */*", "bytes \(bounds)", "bytes \(bounds)/-1",
            "bytes \(bounds)/99999999999999999999", "bytes -\(bounds)/\(size)", "",
        ])
    }

    private func describe(_ draft: inout AnswerDraft, _ version: ObjectVersion, _ faults: Set<Fault>, _ script: Script)
    {
        let type = faults.contains(.multipart) ? "multipart/byteranges; boundary=x" : "application/json"
        draft.headers["Content-Type"] = type
        if !faults.contains(.noTag) { draft.headers["ETag"] = version.eTag }
        draft.headers["Last-Modified"] = version.lastModified
        if script.gzipBlock != nil { draft.headers["Content-Encoding"] = "gzip" }
    }
}
