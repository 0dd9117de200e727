#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The one place time comes from: a monotonic reading, a way to wait, a way to be woken, and the date.
///
/// Everything that waits or measures takes one, so that tests decide what time it is. Waiting comes in two kinds: a
/// ``sleep(for:)`` is meant to end, an alarm guards something else that should end first. A test clock can thus let time
/// jump to the end of a sleep without setting off every alarm.
public struct TimeSource: Sendable {
    /// Waits until an alarm's instant has come, or throws once the task is cancelled.
    public typealias Alarm = @Sendable () async throws -> Void

    private let reading: @Sendable () -> Duration
    private let wait: @Sendable (Duration) async throws -> Void
    private let setAlarm: @Sendable (Duration) -> Alarm
    private let today: @Sendable () -> Date

    /// Makes a time source of functions.
    ///
    /// - Parameters:
    ///   - now: the monotonic reading.
    ///   - sleep: waits; throws once the task is cancelled.
    ///   - alarm: sets an alarm some time from now, and gives the function that waits for it.
    ///   - date: the wall clock's date.
    public init(
        now: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        alarm: @escaping @Sendable (Duration) -> Alarm,
        date: @escaping @Sendable () -> Date
    ) {
        self.reading = now
        self.wait = sleep
        self.setAlarm = alarm
        self.today = date
    }

    /// Thirty years: the system's clocks trap on instants that their seconds cannot count.
    private static let longest = Duration.seconds(1_000_000_000)

    /// Makes a time source of a clock, for which a sleep and an alarm are the same.
    ///
    /// - Parameters:
    ///   - clock: what passes while waiting.
    ///   - date: the wall clock's date, used only to read dates that a server sent.
    public init<C: Clock<Duration>>(clock: C, date: @escaping @Sendable () -> Date) {
        let origin = clock.now
        self.init(
            now: { origin.duration(to: clock.now) },
            sleep: { try await clock.sleep(for: min($0, Self.longest)) },
            alarm: { duration in
                let instant = clock.now.advanced(by: min(duration, Self.longest))
                return { try await clock.sleep(until: instant, tolerance: nil) }
            },
            date: date
        )
    }

    /// The system's clocks; time goes on while the device sleeps.
    public static let system: TimeSource = {
        let clock = ContinuousClock()
        let origin = clock.now
        let now = { @Sendable in origin.duration(to: clock.now) }
        let queue = AlarmQueue(now: now) { instant in
            // It throws only when cancelled, and nobody cancels it.
            try? await clock.sleep(until: origin.advanced(by: instant), tolerance: nil)
        }
        return TimeSource(
            now: now,
            sleep: { try await queue.wait(until: now() + min($0, longest)) },
            alarm: { duration in
                let instant = now() + min(duration, longest)
                return { try await queue.wait(until: instant) }
            },
            date: { Date() }
        )
    }()

    /// The monotonic reading: how much time has passed since an instant that never changes.
    public var now: Duration { reading() }

    /// The wall clock's date.
    public var date: Date { today() }

    /// Waits.
    ///
    /// - Parameter duration: how long; nothing is waited for zero or less.
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    public func sleep(for duration: Duration) async throws(CancellationError) {
        do {
            try Task.checkCancellation()
            if duration > .zero { try await wait(duration) }
            try Task.checkCancellation()
        } catch {
            throw CancellationError()
        }
    }

    /// Sets an alarm: it guards something that should end first.
    ///
    /// - Parameter duration: how long from now it goes off.
    /// - Returns: the function that waits for it.
    package func alarm(after duration: Duration) -> Alarm {
        setAlarm(duration)
    }
}
