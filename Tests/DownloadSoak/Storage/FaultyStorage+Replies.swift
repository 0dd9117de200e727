import Foundation
import ParseTesting
import ParseTransport

extension FaultyStorage.State {
    /// Decides what comes of a request.
    mutating func reply(
        to request: StoredRequest,
        at offset: Int,
        _ script: Script,
        _ clock: ManualClock
    ) -> FaultyStorage.Reply {
        requests.append(FaultyStorage.Sent(request: request, offset: offset))
        // What is collected may begin anew, which the offset does not tell at once.
        let offset = script.reader.collects && request.range?.start ?? 0 == 0 ? 0 : offset
        check(request, at: offset, script)
        let struck = drawFaults(script)
        if struck.contains(.replaced) { version = min(version + 1, script.versions.count - 1) }
        for fault in struck {
            if let reply = withoutHead(fault) { return reply }
        }
        var draft = word(struck, request, script, clock) ?? document(request, Set(struck), at: offset, script)
        if dice.happens(50) {
            draft.headers["Date"] = Self.date(clock.date.addingTimeInterval(Double(script.host.skew)))
        }
        return .answer(draft)
    }

    /// Notes what no request may be like, whatever happened before it.
    private mutating func check(_ request: StoredRequest, at offset: Int, _ script: Script) {
        if let mistake = request.mistake { mistakes.append(mistake) }
        guard let range = request.range, !request.hasPrecondition, script.isStrict else { return }
        if range.start > 0 || offset > 0 {
            mistakes.append("a part was asked for without a precondition")
        }
    }

    /// One fault, or several at once.
    private mutating func drawFaults(_ script: Script) -> [Fault] {
        var struck: [Fault] = []
        while struck.count < 3, faultsLeft > 0, !script.host.faults.isEmpty, dice.happens(script.host.faultRate) {
            faultsLeft -= 1
            let fault = dice.pick(script.host.faults)
            faults[fault, default: 0] += 1
            struck.append(fault)
        }
        return struck
    }

    private func withoutHead(_ fault: Fault) -> FaultyStorage.Reply? {
        switch fault {
        case .connectionRefused:
            .fault(TransportError(.connectionRefused, phase: .notSent, message: "Scripted."))
        case .resetBeforeHead:
            .fault(
                TransportError(
                    .connectionBroken,
                    phase: .awaitingResponse,
                    message: "Scripted.",
                    onReusedConnection: dice.happens(50)
                )
            )
        case .silenceBeforeHead: .silence
        default: nil
        }
    }

    // MARK: Words instead of the document

    private mutating func word(
        _ struck: [Fault],
        _ request: StoredRequest,
        _ script: Script,
        _ clock: ManualClock
    ) -> AnswerDraft? {
        if struck.contains(.expired), request.url > 0 { expiries[request.url - 1] = .zero }
        guard request.url > 0, clock.now.offset < expiries[request.url - 1] else { return expired(script, clock) }
        for fault in struck {
            if let word = word(fault, script, clock) { return word }
        }
        return nil
    }

    private func word(_ fault: Fault, _ script: Script, _ clock: ManualClock) -> AnswerDraft? {
        switch fault {
        case .unavailable: return delayed(.word(503, dice.pick(["SlowDown", "ServiceUnavailable", "Odd"])), clock)
        case .tooManyRequests: return delayed(.word(429, "TooManyRequests"), clock)
        case .internalError: return .word(dice.pick([200, 500, 502, 504]), "InternalError")
        case .requestTimeout: return .word(dice.pick([400, 408]), "RequestTimeout")
        case .forbidden:
            return .word(403, dice.pick(["AccessDenied", "SignatureDoesNotMatch", "RequestTimeTooSkewed"]))
        case .badRequest: return .word(400, "InvalidArgument")
        case .notFound: return .word(dice.pick([404, 410]), "NoSuchKey")
        case .redirect:
            var draft = AnswerDraft.page(dice.pick([301, 302, 307]))
            draft.headers["Location"] = "https://elsewhere.example/sign-in?token=topsecret"
            return draft
        case .page: return .page(dice.pick([200, 200, 403, 503]))
        case .pageCalledJSON: return .page(200, type: "application/json")
        case .rangeRefused: return refusedRange(script)
        default: return nil
        }
    }

    private func expired(_ script: Script, _ clock: ManualClock) -> AnswerDraft {
        let date = clock.date.addingTimeInterval(Double(script.host.skew))
        let server = "<ServerTime>\(date.formatted(.iso8601))</ServerTime>"
        return switch dice.below(4) {
        case 0: .word(403, "AccessDenied", "Request has expired", more: server)
        case 1: .word(400, "ExpiredToken", "The provided token has expired.")
        case 2: .word(403, "ExpiredRequest")
        default: .word(403, "AuthenticationFailed")
        }
    }

    private func delayed(_ draft: AnswerDraft, _ clock: ManualClock) -> AnswerDraft {
        var draft = draft
        switch dice.below(5) {
        case 0: draft.headers["Retry-After"] = "\(dice.spread(0...200))"
        case 1: draft.headers["Retry-After-Ms"] = "\(dice.within(0...5_000))"
        case 2:
            draft.headers["Retry-After"] = Self.date(clock.date.addingTimeInterval(Double(dice.within(-10...100))))
        case 3: draft.headers["Retry-After"] = dice.pick(["soon", "-1", "99999999999999999999", "1, 2"])
        default: break
        }
        return draft
    }

    /// A range that is refused although it is there.
    ///
    /// A wrong length that happens to be the offset would be a lie that nobody can notice, so the true one is named, or
    /// none.
    private func refusedRange(_ script: Script) -> AnswerDraft {
        let size = script.addressedBytes(of: script.versions[version]).count
        let tag = "<ActualObjectSize>\(size)</ActualObjectSize>"
        var draft = AnswerDraft.word(416, "InvalidRange", more: dice.happens(50) ? tag : "")
        if dice.happens(50) { draft.headers["Content-Range"] = "bytes */\(size)" }
        return draft
    }

    static func date(_ date: Date) -> String {
        date.formatted(
            .verbatim(
                """
                \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \
                \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
                \(second: .twoDigits) GMT
                """,
                locale: Locale(identifier: "en_US_POSIX"),
                timeZone: .gmt,
                calendar: Calendar(identifier: .gregorian)
            )
        )
    }
}
