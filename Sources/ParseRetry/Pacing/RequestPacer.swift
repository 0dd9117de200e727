public import ParseTransport
import Synchronization

/// Lets one answer that asks for fewer requests slow every call of a client, and not that one alone.
///
/// Kept per origin. Whoever wants to send while a pause lasts, stands in a line: behind the pause the line moves at a
/// steady pace, so that a hundred calls that were held back do not all knock in the same instant.
///
/// Nobody waits in vain: a call whose turn would come too late for its deadline, or which does not agree to so long a
/// pause (``RetryConfiguration/maximumServerDelay``), ends at once and takes no place from those behind it. Only the first
/// in line, if its pause becomes longer while it waits, finds out when the turn that it waited for would have come.
public final class RequestPacer: Sendable {
    /// The longest pause that an answer brings about, however long the server asks for: then one call after the other
    /// knocks again, and no server can lock a client out for good.
    public let longestPause: Duration

    private let spacing: Duration
    private let lines = Mutex<[Origin: Turns]>([:])

    /// Makes a pacer that holds nobody back yet.
    ///
    /// - Parameters:
    ///   - spacing: the time between two requests of a line. Default: 100 milliseconds, ten requests a second.
    ///   - longestPause: the longest pause that an answer brings about. Default: an hour.
    public init(spacing: Duration = .milliseconds(100), longestPause: Duration = .seconds(3_600)) {
        self.spacing = max(.zero, spacing)
        self.longestPause = max(.zero, longestPause)
    }

    /// Lets nothing be sent for a while, on the application's own word: whoever has the time waits, however long it is.
    ///
    /// - Parameters:
    ///   - origin: where to.
    ///   - instant: until when, on the time source's reading; an earlier one than is set already changes nothing.
    public func pause(_ origin: Origin, until instant: Duration) {
        line(to: origin).hold(TurnPause(end: instant), at: nil)
    }

    /// Lets nothing be sent for a while, since an answer asks for fewer requests.
    ///
    /// - Parameters:
    ///   - origin: where to.
    ///   - wait: how long whoever got the answer waits.
    ///   - asked: how long the server asked to wait; `nil` where it did not say.
    ///   - now: the time source's reading.
    package func pause(_ origin: Origin, for wait: Duration, asked: Duration?, at now: Duration) {
        let end = now + min(wait, longestPause)
        let pause = TurnPause(end: end, askedEnd: asked.map { now + min($0, longestPause) })
        line(to: origin).hold(pause, at: now)
    }

    /// How long nothing will be sent yet.
    ///
    /// - Parameters:
    ///   - origin: where to.
    ///   - now: the time source's reading.
    /// - Returns: the time left of the pause; zero where there is none.
    public func pause(of origin: Origin, at now: Duration) -> Duration {
        let pause = lines.withLock { $0[origin] }?.pause
        return max(.zero, (pause?.end ?? now) - now)
    }

    /// Waits for the turn to send a request.
    func turn(for origin: Origin, _ patience: TurnPatience, on time: TimeSource) async -> TurnEnding {
        guard let line = lines.withLock({ $0[origin] }), !line.isAtRest(at: time.now) else {
            return .come(after: .zero)
        }
        return await line.turn(patience, on: time)
    }

    /// Why somebody would not wait for the turn that it would get some time from now; `nil` if it would.
    func refusal(of patience: TurnPatience, for origin: Origin, at now: Duration, after delay: Duration) -> RetryLimit?
    {
        guard let line = lines.withLock({ $0[origin] }) else {
            return patience.refusal(of: now + delay, behind: nil, at: now)
        }
        return line.refusal(of: patience, at: now, after: delay)
    }

    private func line(to origin: Origin) -> Turns {
        lines.withLock { lines in
            if let line = lines[origin] { return line }
            let line = Turns(1, per: spacing)
            lines[origin] = line
            return line
        }
    }
}
