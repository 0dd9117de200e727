import ParseRetry
import Synchronization

/// The alarm of a waiter's deadline: set before the waiter joins, so that a test clock knows of both or of none.
///
/// It is taken out to be waited for, as an alarm that is still held somewhere keeps ringing.
final class PollAlarm: Sendable {
    private let alarm: Mutex<TimeSource.Alarm?>

    init(at deadline: Deadline, on time: TimeSource) {
        self.alarm = Mutex(deadline.remaining(on: time).map { time.alarm(after: $0) })
    }

    func take() -> TimeSource.Alarm? {
        alarm.withLock { $0.take() }
    }
}
