public import ParseRetry

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A clock that stands still until a test moves it.
///
/// By default time moves only by ``advance(by:)``, and ``waitForSleepers(_:)`` is the barrier that makes it safe: it
/// returns once that many tasks are asleep, without yielding and hoping.
///
/// ```swift
/// let clock = ManualClock()
/// async let run = client.waitForParseRun("pr_1")
/// try await clock.waitForSleepers(1)
/// clock.advance(by: .seconds(1))
/// ```
///
/// With ``Mode/jumping`` every sleep ends at once and time has passed: a test that waits for an hour takes a
/// millisecond and needs no other word about time. Alarms, the guards of a timeout, still go off only when their
/// instant has come. It is meant for code that does one thing at a time.
public final class ManualClock: Clock, Sendable {
    /// How time moves.
    public enum Mode: Sendable, Hashable {
        /// Only when the test says so.
        case stepping

        /// To the end of each sleep, as soon as it begins.
        case jumping
    }

    /// A reading of the clock.
    public struct Instant: InstantProtocol {
        /// The time since the clock was made.
        public let offset: Duration

        /// Moves a reading.
        ///
        /// - Parameter duration: how far.
        /// - Returns: the moved reading.
        public func advanced(by duration: Duration) -> Instant {
            Instant(offset: offset + duration)
        }

        /// Measures the time between two readings.
        ///
        /// - Parameter other: the other reading.
        /// - Returns: how much later it is.
        public func duration(to other: Instant) -> Duration {
            other.offset - offset
        }

        /// Whether one reading is before another.
        ///
        /// - Parameters:
        ///   - left: a reading.
        ///   - right: another reading.
        /// - Returns: `true` if the left one is earlier.
        public static func < (left: Instant, right: Instant) -> Bool {
            left.offset < right.offset
        }
    }

    private let timeline: ManualTimeline
    private let epoch: Date

    /// Makes a clock that reads zero.
    ///
    /// - Parameters:
    ///   - mode: how time moves. Default: only when the test says so.
    ///   - date: the wall clock's date at reading zero. Default: 2026-11-24T12:00:00Z.
    public init(_ mode: Mode = .stepping, date: Date = Date(timeIntervalSince1970: 1_795_521_600)) {
        self.timeline = ManualTimeline(jumps: mode == .jumping)
        self.epoch = date
    }

    /// The current reading.
    public var now: Instant { Instant(offset: timeline.now) }

    /// The smallest step: none.
    public var minimumResolution: Duration { .zero }

    /// The wall clock's date: it moves with the reading.
    public var date: Date { epoch.addingTimeInterval(timeline.now / .seconds(1)) }

    /// The time source to hand to what is tested.
    public var timeSource: TimeSource {
        TimeSource(
            now: { [timeline] in timeline.now },
            sleep: { [timeline] in try await timeline.sleep(until: timeline.now + $0) },
            alarm: { [timeline] in timeline.alarm(at: timeline.now + $0) },
            date: { [self] in date }
        )
    }

    /// Sleeps until a reading is reached.
    ///
    /// - Parameters:
    ///   - deadline: the reading to wake at.
    ///   - tolerance: ignored.
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
        try await timeline.sleep(until: deadline.offset)
    }

    /// Moves time on and wakes whoever is due, the earliest first.
    ///
    /// - Parameter duration: how far.
    public func advance(by duration: Duration) {
        timeline.advance(to: timeline.now + duration)
    }

    /// Moves time on to the end of the sleep that ends first, and wakes its sleeper.
    ///
    /// - Returns: how far time moved; `nil` if nobody is asleep.
    @discardableResult
    public func advanceToNextSleeper() -> Duration? {
        let before = timeline.now
        guard let due = timeline.nextSleepEnd else { return nil }
        timeline.advance(to: due)
        return due - before
    }

    /// Moves time on to whatever is due first, a sleep or an alarm, and wakes whoever waits for it.
    ///
    /// For a scheduler that knows when nobody can run: then time passes as it would outside, alarms included.
    ///
    /// - Returns: `false` if nothing is due, ever.
    package func advanceToNextWaiter() -> Bool {
        timeline.advanceToNextWaiter()
    }

    /// How many sleeps and alarms are set: none once everybody has gone.
    package var waiters: Int { timeline.sleepers + timeline.alarms }

    /// How many tasks are asleep; alarms do not count.
    public var sleepers: Int { timeline.sleepers }

    /// Waits until at least so many tasks are asleep; alarms do not count.
    ///
    /// - Parameter count: how many.
    /// - Throws: `CancellationError` as soon as the waiting task is cancelled.
    public func waitForSleepers(_ count: Int = 1) async throws {
        try await timeline.waitForSleepers(count)
    }
}
