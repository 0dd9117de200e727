import ParseRetry
import ParseTransport

/// The requests of a download that brought no document, or not all of it.
struct DownloadTimeline: Sendable {
    /// The last of them, in order.
    private(set) var records: [AttemptRecord] = []

    /// How many there were.
    private(set) var failures = 0

    private var count = 0
    private var began: Duration?
    private var opened: Duration = .zero
    private var delay: Duration = .zero
    private var waited: Duration = .zero

    /// How many are kept: a long download may have failed more often than anybody wants to read.
    static let longest = 32

    /// Notes that a request is sent.
    mutating func opens(at now: Duration) {
        if began == nil { began = now }
        opened = now
        delay = waited
        waited = .zero
        count += 1
    }

    /// Notes that it was waited before the next one.
    mutating func waited(_ duration: Duration) {
        waited += duration
    }

    /// Notes that it has led to nothing, or broke off.
    mutating func failed(_ outcome: AttemptRecord.Outcome, requestID: String? = nil, at now: Duration) {
        let began = began ?? now
        failures += 1
        if records.count == Self.longest { records.removeFirst() }
        records.append(
            AttemptRecord(
                number: count,
                delay: delay,
                start: opened - began,
                end: now - began,
                outcome: outcome,
                requestID: requestID
            )
        )
    }
}
