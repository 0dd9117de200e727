import ParseRetry
import ParseTransport
import Synchronization

/// An open body, watched over: its peer may not be silent for long while the reader waits, nor the reader pause for
/// long while the connection is held.
///
/// The watch is one task for the whole body, which costs a piece nothing. It ends, and the exchange with it, when this
/// is let go.
final class GuardedBody: Sendable {
    /// What came of asking for a piece.
    enum Event: Sendable {
        case piece(ArraySlice<UInt8>)
        case end
        case fault(TransportError)

        /// The connection had been let go, because nobody asked for bytes for long.
        case released
    }

    private let core: Core
    private let watch: Task<Void, Never>

    init(_ body: ResponseBody, timers: BodyTimers, on time: TimeSource) {
        let core = Core(body, timers: timers, now: time.now)
        // Set before anything is read, so that a test clock knows of it whatever the body does.
        core.set(time.alarm(after: timers.untilNextLook(.seconds(86_400), at: time.now)))
        self.core = core
        self.watch = Task {
            while let alarm = core.takeAlarm(), (try? await alarm()) != nil {
                // A test clock stands still until an alarm is let go: so it is held as long as it is acted on, no longer.
                withExtendedLifetime(alarm) {
                    if let wait = core.look(at: time.now) { core.set(time.alarm(after: wait)) }
                }
            }
        }
    }

    deinit {
        watch.cancel()
        core.release()
    }

    /// Waits for the next piece.
    func next(on time: TimeSource) async -> Event {
        guard let read = core.beginReading(at: time.now) else { return .released }
        let event = await withTaskCancellationHandler {
            await read.value
        } onCancel: {
            read.cancel()
        }
        return core.endReading(event, at: time.now)
    }
}

extension GuardedBody {
    /// What the reader and the watch share.
    final class Core: Sendable {
        private let timers: BodyTimers
        private let state: Mutex<State>

        private struct State {
            var pieces: Pieces?
            var read: Task<Event, Never>?
            var since: Duration
            var verdict: TransportError?
            var alarm: TimeSource.Alarm?
        }

        /// Passed from one read to the next through the lock of `state`; never in two hands at once.
        private final class Pieces: @unchecked Sendable {
            private var iterator: ResponseBody.Iterator

            init(_ body: ResponseBody) {
                iterator = body.makeAsyncIterator()
            }

            func next() async -> Event {
                do throws(TransportError) {
                    return try await iterator.next().map(Event.piece) ?? .end
                } catch {
                    return .fault(error)
                }
            }
        }

        init(_ body: ResponseBody, timers: BodyTimers, now: Duration) {
            self.timers = timers
            self.state = Mutex(State(pieces: Pieces(body), since: now))
        }

        /// Sets when it is looked at next.
        func set(_ alarm: @escaping TimeSource.Alarm) {
            state.withLock { $0.alarm = alarm }
        }

        func takeAlarm() -> TimeSource.Alarm? {
            state.withLock { $0.alarm.take() }
        }

        /// Starts to read a piece, in a task of its own so that the watch can end it without ending the reader's.
        func beginReading(at now: Duration) -> Task<Event, Never>? {
            state.withLock { state in
                if state.pieces != nil, state.read == nil, now - state.since >= timers.pause { state.pieces = nil }
                guard let pieces = state.pieces else { return nil }
                state.since = now
                let read = Task { await pieces.next() }
                state.read = read
                return read
            }
        }

        func endReading(_ event: Event, at now: Duration) -> Event {
            state.withLock { state in
                state.read = nil
                state.since = now
                if let verdict = state.verdict { return .fault(verdict) }
                return event
            }
        }

        /// Looks whether a timer has run out.
        ///
        /// - Returns: how long it may be until the next look; `nil` once there is nothing to look after.
        func look(at now: Duration) -> Duration? {
            state.withLock { state in
                guard state.pieces != nil, state.verdict == nil else { return nil }
                guard let read = state.read else {
                    guard now - state.since >= timers.pause else {
                        return timers.untilNextLook(state.since + timers.pause - now, at: now)
                    }
                    state.pieces = nil
                    return nil
                }
                let deadline = timers.deadline.instant ?? now + timers.idle
                let due = min(state.since + timers.idle, deadline)
                guard now >= due else { return timers.untilNextLook(due - now, at: now) }
                state.verdict = TransportError(
                    .timedOut,
                    phase: .receivingBody,
                    message: "The storage host sent nothing for \(now - state.since)."
                )
                read.cancel()
                return nil
            }
        }

        func release() {
            let read = state.withLock { state in
                state.pieces = nil
                return state.read
            }
            read?.cancel()
        }
    }
}
