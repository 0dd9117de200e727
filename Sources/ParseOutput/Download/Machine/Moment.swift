import ParseRetry

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// When something happened: on the monotonic reading, for measuring, and by the date, for what servers say of time.
struct Moment: Sendable, Hashable {
    let reading: Duration
    let date: Date

    init(reading: Duration, date: Date) {
        self.reading = reading
        self.date = date
    }

    /// The present.
    init(_ time: TimeSource) {
        self.init(reading: time.now, date: time.date)
    }
}
