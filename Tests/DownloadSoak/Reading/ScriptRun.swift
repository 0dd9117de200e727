import ParseModels
import ParseOutput
import ParseRetry
import ParseTesting

/// Runs one script from its first download to its last.
final class ScriptRun {
    private let script: Script
    private let clock = ManualClock()
    private let lane: Lane
    private let storage: FaultyStorage
    private let dice: Dice

    /// What the reader has of the document, of all downloads so far.
    private var kept: [UInt8] = []

    /// Whether it went on by a number of bytes alone, from a token that knows nothing else of the document.
    private var wentOnByNumber = false

    init(seed: UInt64, isTracing: Bool = false) {
        script = Script(seed: seed)
        storage = FaultyStorage(script, clock: clock, isTracing: isTracing)
        dice = Dice(seed ^ 0x2EAD)
        lane = Lane(clock: clock, dice: Dice(seed ^ 0x1A4E), isShuffled: script.isShuffled)
    }

    /// The steps of a run that keeps them.
    var trace: [String] { storage.seen.trace ?? [] }

    /// Runs it.
    ///
    /// - Returns: what is to be counted.
    /// - Throws: what must not be.
    func run() throws(Failure) -> Tally {
        var tally = Tally()
        tally.scripts = 1
        var token: ResumeToken?
        for number in 0... {
            let leg = try read(from: token)
            let check = LegCheck(script: script, leg: leg, kept: kept, storage: storage, byNumber: wentOnByNumber)
            let findings = check.findings()
            storage.note("\(leg.ending?.name ?? "nothing"): \(leg.bytes.count) bytes, \(leg.report)")
            guard findings.isEmpty else { throw failure(findings) }
            tally.count(leg, script)
            guard let next = leg.next, goesOn(leg, number) else {
                tally.count(check.verdict, leg, script, storage, at: clock.now.offset)
                return tally
            }
            goOn(from: next, leg)
            token = next
            tally.tokens += 1
        }
        return tally
    }

    // MARK: One download

    private func read(from token: ResumeToken?) throws(Failure) -> Leg {
        let timeout = script.configuration.timeout ?? .zero
        let leg = Leg(from: token, began: clock.now.offset, timeout: timeout, storage: storage)
        let ending = EnqueueHook.with(lane) {
            let reader = LegReader(script: script, clock: clock, storage: storage, dice: dice, leg: leg)
            let ending = run(reader, download(from: token))
            lane.settle()
            storage.tellOffset { 0 }
            return ending
        }
        switch ending {
        case .ended: break
        case .hung: throw failure(["it hangs: nobody can run, and nobody waits for any time to come"])
        case .endless: throw failure(["it does not end"])
        }
        let left = clock.waiters + storage.seen.open
        guard left == 0 else { throw failure(["\(left) timers, requests or bodies are left behind"]) }
        return leg
    }

    private func run(_ reader: LegReader, _ download: ResumableDownload) -> Lane.Ending {
        let leg = reader.leg
        // All of it runs on this thread.
        nonisolated(unsafe) let reader = reader
        let task = Task { await reader.run(download) }
        if leg.token == nil, let count = script.reader.cancelledAfter {
            lane.interrupt(afterJobs: count) { [clock, storage] in
                storage.note("cancelled")
                leg.cancelled = clock.now.offset
                task.cancel()
            }
        }
        return lane.run { leg.isOver }
    }

    private func download(from token: ResumeToken?) -> ResumableDownload {
        let download = ResumableDownload(
            over: storage,
            configuration: script.configuration,
            retry: RetryConfiguration(policy: StandardRetryPolicy().limitingAttempts(to: script.attempts)),
            time: clock.ticking(by: script.tick),
            random: Dice(dice.seed()).source,
            resumingFrom: token,
            urls: SharedURLSource { [storage] in try await storage.nextURL() }
        )
        let start = Int(token?.byteOffset ?? 0)
        // A circle until it is told otherwise, as the download holds the storage.
        storage.tellOffset { start + Int(download.report.deliveredBytes) }
        return download
    }

    // MARK: The next one

    private func goesOn(_ leg: Leg, _ number: Int) -> Bool {
        guard number < script.reader.mostResumes else { return false }
        switch leg.ending {
        case .failed: return dice.happens(70)
        case .left: return true
        case .whole, nil: return false
        }
    }

    private func goOn(from token: ResumeToken, _ leg: Leg) {
        kept = Array(leg.content(behind: kept).prefix(token.chunkCount))
        if token.byteOffset == 0, token.chunkCount > 0, !script.tellsVersionsApart { wentOnByNumber = true }
        storage.note("goes on behind \(token.chunkCount) bytes, at \(token.byteOffset)")
        clock.advance(by: dice.seconds(0...dice.pick([0.01, 60, 7_200])))
    }

    private func failure(_ what: [String]) -> Failure {
        Failure(seed: script.seed, what: what)
    }
}
