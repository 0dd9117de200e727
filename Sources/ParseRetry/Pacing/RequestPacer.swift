public import ParseTransport
import Synchronization

/// Lets one answer that asks for fewer requests slow every call of a client, and not that one alone.
///
/// Kept per origin. Whoever wants to send while a pause lasts, stands in a line: behind the pause the line moves at a
/// steady pace, so that a hundred calls that were held back do not all knock in the same instant.
public final class RequestPacer: Sendable {
    private let spacing: Duration
    private let lines = Mutex<[Origin: Line]>([:])

    private struct Line {
        /// Until when nothing is sent.
        var pause: Duration

        /// When the next one in the line may go.
        var next: Duration
    }

    /// Makes a pacer that holds nobody back yet.
    ///
    /// - Parameter spacing: the time between two requests of a line. Default: 100 milliseconds, ten requests a second.
    public init(spacing: Duration = .milliseconds(100)) {
        self.spacing = max(.zero, spacing)
    }

    /// Lets nothing be sent for a while.
    ///
    /// - Parameters:
    ///   - origin: where to.
    ///   - instant: until when, on the time source's reading; an earlier one than is set already changes nothing.
    public func pause(_ origin: Origin, until instant: Duration) {
        lines.withLock { lines in
            let line = lines[origin] ?? Line(pause: instant, next: instant)
            lines[origin] = Line(pause: max(line.pause, instant), next: max(line.next, instant))
        }
    }

    /// How long nothing will be sent yet.
    ///
    /// - Parameters:
    ///   - origin: where to.
    ///   - now: the time source's reading.
    /// - Returns: the time left of the pause; zero where there is none.
    public func pause(of origin: Origin, at now: Duration) -> Duration {
        lines.withLock { max(.zero, ($0[origin]?.pause ?? now) - now) }
    }

    /// Waits for the turn to send a request.
    ///
    /// - Parameters:
    ///   - origin: where to.
    ///   - deadline: when it is too late to send anything.
    ///   - time: what is waited on.
    /// - Returns: how long it was waited; `nil` where the turn would come too late, at once.
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    func turn(
        for origin: Origin,
        before deadline: Deadline,
        on time: TimeSource
    ) async throws(CancellationError) -> Duration? {
        let began = time.now
        while let place = reserve(origin, before: deadline, at: time.now) {
            guard case .at(let instant) = place else { return nil }
            do throws(CancellationError) {
                try await time.sleep(for: instant - time.now)
            } catch {
                giveUp(instant, in: origin)
                throw error
            }
            // The pause may have become longer meanwhile.
            if pause(of: origin, at: time.now) == .zero { break }
        }
        return time.now - began
    }

    /// A place in the line.
    private enum Place {
        case at(Duration)

        /// Its turn would come when it is of no use: it takes no place from those behind it.
        case tooLate
    }

    /// Takes a place in the line; `nil` where there is none, and the request may go at once.
    private func reserve(_ origin: Origin, before deadline: Deadline, at now: Duration) -> Place? {
        lines.withLock { lines in
            guard let line = lines[origin] else { return nil }
            let instant = max(line.pause, line.next)
            guard instant > now else {
                lines[origin] = nil
                return nil
            }
            if let latest = deadline.instant, instant >= latest { return .tooLate }
            lines[origin]?.next = instant + spacing
            return .at(instant)
        }
    }

    /// Leaves the line: the last place is given out again, an earlier one stays empty.
    private func giveUp(_ instant: Duration, in origin: Origin) {
        lines.withLock { lines in
            if lines[origin]?.next == instant + spacing { lines[origin]?.next = instant }
        }
    }
}
