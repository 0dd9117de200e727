import ParseRetry
import ParseTesting

extension ManualClock {
    /// A time source on which a little time passes with every look at it, as it does outside.
    func ticking(by tick: Duration) -> TimeSource {
        guard tick > .zero else { return timeSource }
        let source = timeSource
        return TimeSource(
            now: { [self] in
                advance(by: tick)
                return source.now
            },
            sleep: { try await source.sleep(for: $0) },
            alarm: { source.alarm(after: $0) },
            date: { source.date }
        )
    }
}
