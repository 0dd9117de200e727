import ParseModels
import ParseOutput

/// One download in this process.
struct Fetch {
    let kind: FetchKind
    let url: String

    func run() async throws -> FetchResult {
        let presigned = PresignedURL(rawValue: url)
        let configuration = DownloadConfiguration(storage: StoragePolicy(allowsLoopbackHTTP: true))
        let download = ResumableDownload(over: kind.makeTransport(), configuration: configuration) { presigned }
        ResidentMemory.resetPeak()
        let memoryAtStart = ResidentMemory.current
        let start = ContinuousClock.now
        var chunks: Int?
        if kind == .chunks {
            chunks = 0
            for try await _ in download.decoded(by: ChunkDecoder()) { chunks = (chunks ?? 0) + 1 }
        } else {
            try await read(download, since: start)
        }
        let report = download.report
        return FetchResult(
            seconds: start.duration(to: .now) / .seconds(1),
            peakBytes: ResidentMemory.peak - memoryAtStart,
            deliveredBytes: report.deliveredBytes,
            wireBytes: report.wireBytes,
            opens: report.opens,
            resumes: report.resumes,
            chunks: chunks
        )
    }

    /// Takes the pieces, no faster than the pace.
    private func read(_ download: ResumableDownload, since start: ContinuousClock.Instant) async throws {
        var count = 0
        for try await piece in download {
            count += piece.count
            guard let pace = kind.pace else { continue }
            try await Task.sleep(until: start + .seconds(Double(count) / Double(pace)), clock: .continuous)
        }
    }
}
