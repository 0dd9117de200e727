import ParseOutput

extension DownloadBench {
    /// Collects it, so that what has changed is begun anew.
    func collect(upTo limit: Int = 1 << 20) async -> Outcome {
        var outcome = Outcome()
        let download = download()
        do throws(DownloadError) {
            outcome.bytes = try await download.collect(upTo: limit)
        } catch {
            outcome.error = error
        }
        return observed(outcome, of: download)
    }

    /// Reads it to its end, with something to do after each piece.
    ///
    /// - Parameter afterPiece: is told how many bytes were read so far.
    func run(afterPiece: (Int) async -> Void) async -> Outcome {
        var outcome = Outcome()
        let download = download()
        do throws(DownloadError) {
            for try await piece in download {
                outcome.bytes += piece
                await afterPiece(outcome.bytes.count)
            }
        } catch {
            outcome.error = error
        }
        return observed(outcome, of: download)
    }
}
