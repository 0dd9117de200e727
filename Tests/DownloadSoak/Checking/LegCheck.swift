import ParseOutput
import ParseTransport

/// Holds what came of a download against what is true of all.
struct LegCheck {
    let script: Script
    let leg: Leg

    /// What the reader had before.
    let kept: [UInt8]
    let storage: FaultyStorage

    /// Whether it went on by a number of bytes alone.
    let byNumber: Bool

    /// What is wrong; nothing, as a rule.
    func findings() -> [String] {
        leg.mistakes + storage.seen.mistakes + bytesFindings() + numbers() + timing() + requests()
    }

    // MARK: Bytes

    /// How the bytes go together with the versions of the object.
    enum Verdict {
        /// They are one of the versions, or its beginning.
        case oneVersion

        /// They are several, and the seams between them could not be noticed.
        case unnoticed

        case corrupt(String)
    }

    var verdict: Verdict {
        let content = leg.content(behind: kept)
        let isWhole = if case .whole = leg.ending { !leg.isUnproven } else { false }
        for version in script.versions where version.content.starts(with: content) {
            if !isWhole || version.content.count == content.count { return .oneVersion }
        }
        if script.isStrict, !byNumber { return .corrupt("\(content.count) bytes are of no version") }
        if isWhole, script.gzipBlock != nil, !script.isUndone, !byNumber {
            return .corrupt("a gzip file of no version was taken")
        }
        return Splice(script, content, isWhole: isWhole, hasSeams: !byNumber, storage: storage).verdict
    }

    private func bytesFindings() -> [String] {
        if case .corrupt(let what) = verdict { [what] } else { [] }
    }

    // MARK: Numbers

    private func numbers() -> [String] {
        let report = leg.report
        var findings: [String] = []
        func expect(_ isTrue: Bool, _ what: @autoclosure () -> String) {
            if !isTrue { findings.append(what()) }
        }
        let sent = storage.seen.sentBytes - leg.before.sentBytes
        expect(report.wireBytes <= sent, "\(report.wireBytes) bytes came, and \(sent) were sent")
        expect(report.wireBytes >= report.deliveredBytes, "more was delivered than came")
        expect(report.resumes <= report.opens, "\(report.resumes) resumes in \(report.opens) opens")
        expect(report.weakResumes == 0 || script.configuration.validation == .lenient, "a weak resume")
        let lost = report.lostTime.values.reduce(.zero, +)
        expect(lost <= leg.ended - leg.began, "\(lost) were lost in \(leg.ended - leg.began)")
        switch leg.ending {
        case .whole:
            let stored = leg.start + Int(report.deliveredBytes)
            expect(report.totalBytes.map { $0 == stored } ?? true, "\(stored) bytes of \(report.totalBytes ?? 0)")
            expect(script.reader.collects || decoded(report.deliveredBytes) == leg.bytes.count, "a wrong report")
        case .failed(let error) where !isOfEncoding(error):
            expect(
                error.bytesDelivered == Int64(leg.start) + report.deliveredBytes,
                "the error tells of \(error.bytesDelivered) bytes, the report of \(report.deliveredBytes)"
            )
            expect(
                script.reader.collects || decoded(report.deliveredBytes) == leg.bytes.count,
                "\(leg.bytes.count) bytes were handed out, the error tells of \(error.bytesDelivered)"
            )
        case .failed, .left, nil: break
        }
        return findings
    }

    /// How many bytes so many stored ones decode to.
    private func decoded(_ stored: Int64) -> Int {
        guard let block = script.gzipBlock, !script.isUndone else { return Int(stored) }
        return script.versions.map {
            GzipFile.contentCount(inFirst: Int(stored), of: $0.content.count, block: block)
        }.first { $0 == leg.bytes.count } ?? -1
    }

    /// Such an error tells where in the file the fault is.
    private func isOfEncoding(_ error: DownloadError) -> Bool {
        [.corruptEncoding, .truncated].contains(error.code)
    }

    // MARK: Time and requests

    private func timing() -> [String] {
        var findings: [String] = []
        if script.reader.collects {
            let tries = script.configuration.maximumRestarts + 1
            let longest = (leg.deadline - leg.began) * tries + .seconds(1)
            if leg.ended - leg.began > longest { findings.append("it took \(leg.ended - leg.began)") }
        }
        if let cancelled = leg.cancelled, case .failed = leg.ending {
            if leg.ended - cancelled > .seconds(1) {
                findings.append("it ended \(leg.ended - cancelled) after it was cancelled")
            }
        }
        return findings
    }

    private func requests() -> [String] {
        var findings: [String] = []
        let seen = storage.seen
        let (sent, calls) = (seen.requests.count - leg.before.requests, seen.urlCalls - leg.before.urlCalls)
        let report = leg.report
        let tries = script.reader.collects ? script.configuration.maximumRestarts + 1 : 1
        // Windows that bring what they are asked for do not count.
        let streams = script.capabilities.streamsWithBackpressure
        let passes = 1 + report.restarts
        let windows = streams ? 0 : Int(report.wireBytes) / max(65_536, script.configuration.windowBytes) + passes
        let most = script.configuration.maximumOpens * passes + windows
        if report.opens > most { findings.append("\(report.opens) opens") }
        // A window ahead is sent before it is opened, and may be sent in vain.
        if sent > (streams ? 1 : 2) * most * tries { findings.append("\(sent) requests were sent") }
        if tries == 1, script.capabilities.streamsWithBackpressure, sent != report.opens {
            findings.append("\(sent) requests were sent, the report tells of \(report.opens)")
        }
        if report.refreshes > max(0, calls - 1) { findings.append("\(report.refreshes) refreshes in \(calls) calls") }
        return findings
    }
}
