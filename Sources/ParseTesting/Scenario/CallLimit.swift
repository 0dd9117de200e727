/// The most calls in any span of some length.
struct CallLimit: Sendable {
    let count: Int
    let span: Duration
    private var calls: [Duration] = []

    init(count: Int, span: Duration) {
        self.count = max(0, count)
        self.span = span
    }

    /// Lets a call through, or says how long there is no room for another one.
    mutating func admit(at now: Duration) -> Duration? {
        calls.removeAll { $0 <= now - span }
        guard calls.count >= count else {
            calls.append(now)
            return nil
        }
        return calls.first.map { $0 + span - now } ?? span
    }
}
