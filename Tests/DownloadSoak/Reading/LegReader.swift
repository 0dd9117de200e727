import Foundation
import ParseOutput
import ParseRetry
import ParseTesting

/// Reads one download as a script says, and notes what came of it.
struct LegReader {
    let script: Script
    let clock: ManualClock
    let storage: FaultyStorage
    let dice: Dice
    let leg: Leg

    /// The run that tokens are made out for.
    static let runID = "pr_soak"

    func run(_ download: ResumableDownload) async {
        if script.reader.collects { await collect(download) } else { await read(download) }
        leg.ended = clock.now.offset
        leg.report = download.report
        leg.isOver = true
    }

    private func collect(_ download: ResumableDownload) async {
        do throws(DownloadError) {
            leg.bytes = try await download.collect(upTo: 10_000_000)
            leg.ending = .whole
        } catch {
            leg.ending = .failed(error)
        }
    }

    private func read(_ download: ResumableDownload) async {
        var pieces = download.makeAsyncIterator()
        var tracker = ResumeTracker(from: leg.token)
        while leg.ending == nil {
            let called = clock.now.offset
            let piece = await next(&pieces)
            let late = clock.now.offset - max(called, leg.deadline)
            if late > .seconds(1) { leg.mistakes.append("a piece was waited for until \(late) after the deadline") }
            guard let piece else {
                if endsShort { refuse(download, "Less of it.") }
                continue
            }
            tracker.take(piece, of: pieces)
            guard agrees(piece, tracker) else {
                leg.bytes += piece
                refuse(download, "Another one.")
                continue
            }
            note(piece, &tracker)
            if dice.below(1_000) < script.reader.leaveRate { leg.ending = .left }
            await pause()
        }
        leg.next = roundTrip(tracker.resumeToken(runID: Self.runID, download: pieces))
    }

    private func next(_ pieces: inout ResumableDownload.Iterator) async -> ArraySlice<UInt8>? {
        do throws(DownloadError) {
            if let piece = try await pieces.next() {
                if piece.isEmpty { leg.mistakes.append("a piece is empty") }
                return piece
            }
            if try await pieces.next() != nil { leg.mistakes.append("something follows the end") }
            leg.ending = .whole
            leg.isUnproven = pieces.unprovenEnd != nil
        } catch {
            leg.ending = .failed(error)
        }
        return nil
    }

    /// Whether the document has ended before what is done with.
    private var endsShort: Bool {
        guard case .whole = leg.ending, let token = leg.token else { return false }
        return leg.start == 0 && leg.bytes.count < token.chunkCount
    }

    /// Ends as a reader does that finds another document than the one it was in.
    private func refuse(_ download: ResumableDownload, _ message: String) {
        leg.isRefused = true
        let count = Int64(leg.start) + download.report.deliveredBytes
        leg.ending = .failed(DownloadError(.outputChanged, message: message, bytesDelivered: count))
    }

    /// Whether what is done with ends as it did, where the document is read from its start.
    private func agrees(_ piece: ArraySlice<UInt8>, _ tracker: ResumeTracker) -> Bool {
        guard let token = leg.token, token.byteOffset == 0 else { return true }
        let before = leg.bytes.count
        guard before < token.chunkCount, token.chunkCount <= before + piece.count else { return true }
        return tracker.agrees(withChunkEndingAt: Int64(token.chunkCount))
    }

    /// Stands behind some byte of a piece, as if a chunk ended there.
    private func note(_ piece: ArraySlice<UInt8>, _ tracker: inout ResumeTracker) {
        let count = dice.below(piece.count + 1)
        let done = leg.start + leg.bytes.count + count
        leg.bytes += piece
        guard dice.happens(70), done > 0 else { return }
        // Bytes that are passed over are done with already.
        guard done >= leg.token?.chunkCount ?? 0 else { return }
        tracker.note(chunks: done, endingAt: Int64(done))
    }

    private func pause() async {
        guard dice.below(1_000) < script.reader.pauseRate else { return }
        try? await clock.timeSource.sleep(for: dice.seconds(0...script.reader.longestPause))
    }

    /// Stores a token and reads it back.
    private func roundTrip(_ token: ResumeToken) -> ResumeToken? {
        do {
            let stored = try JSONEncoder().encode(token)
            if stored.count > 512 { leg.mistakes.append("a token has \(stored.count) bytes") }
            let read = try JSONDecoder().decode(ResumeToken.self, from: stored)
            if read.byteOffset != token.byteOffset || read.chunkCount != token.chunkCount {
                leg.mistakes.append("a token is read as another one")
            }
            return read
        } catch {
            leg.mistakes.append("a token cannot be stored: \(error)")
            return nil
        }
    }
}
