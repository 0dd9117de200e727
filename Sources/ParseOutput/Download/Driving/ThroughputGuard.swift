/// Judges whether a body comes at a pace worth waiting for.
///
/// Only waiting counts: a reader that takes its time makes nobody slow.
struct ThroughputGuard: Sendable {
    private let bytesPerSecond: Int
    private let period: Duration
    private var waited = Duration.zero
    private var bytes = 0

    init(bytesPerSecond: Int, period: Duration) {
        self.bytesPerSecond = bytesPerSecond
        self.period = period
    }

    /// Takes a piece into account.
    ///
    /// - Parameters:
    ///   - count: its bytes.
    ///   - wait: how long it was waited for.
    /// - Returns: whether the last period brought too little.
    mutating func isTooSlow(_ count: Int, after wait: Duration) -> Bool {
        waited += wait
        bytes += count
        guard bytesPerSecond > 0, waited >= period else { return false }
        let least = Double(bytesPerSecond) * (waited / .seconds(1))
        defer { (waited, bytes) = (.zero, 0) }
        return Double(bytes) < least
    }
}
