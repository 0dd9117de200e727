import ParseRetry

/// What was tried since the download last made progress.
///
/// Only bytes begin it anew: neither time nor a trickle keeps an endless row of failures going.
struct AttemptCount: Sendable {
    private(set) var failures = 0
    private(set) var refreshes = 0
    private var backoffStep = 0

    /// The wait before the attempt under way.
    var lastDelay = Duration.zero
    private var bytes: Int64 = 0
    private var began: Duration?
    private var seen: Set<DownloadError.Code> = []

    /// Counts new bytes.
    mutating func received(_ count: Int, progress: Int64) {
        bytes += Int64(count)
        if bytes >= progress { self = AttemptCount() }
    }

    /// Counts a failure.
    ///
    /// - Returns: what a policy may know.
    mutating func failed(at now: Duration) -> RetryState {
        failures += 1
        backoffStep += 1
        let start = began ?? now
        began = start
        return RetryState(attempts: failures, elapsed: now - start, backoffStep: backoffStep - 1, lastDelay: lastDelay)
    }

    /// Begins the waits anew, after one that the server set.
    mutating func waitedAsAsked() {
        backoffStep = 0
    }

    /// Counts a URL that was asked for because another was refused.
    mutating func refreshed() {
        refreshes += 1
    }

    /// Whether something happens for the first time; what is answered differently the second time.
    mutating func isFirst(_ code: DownloadError.Code) -> Bool {
        seen.insert(code).inserted
    }
}
