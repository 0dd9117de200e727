import Synchronization

/// A line of tasks that wait for their turns: what a ``RequestRate`` has one of, and a ``RequestPacer`` one an origin.
final class Turns: Sendable {
    private let line: Mutex<TurnLine>

    /// So many turns in any period, in the order they are asked for.
    init(_ turns: Int, per period: Duration) {
        self.line = Mutex(TurnLine(turns: turns, period: period))
    }

    var waiting: Int { line.withLock { $0.count } }
    var pause: TurnPause? { line.withLock { $0.pause } }

    func isAtRest(at now: Duration) -> Bool {
        line.withLock { $0.isAtRest(at: now) }
    }

    func refusal(of patience: TurnPatience, at now: Duration, after delay: Duration) -> RetryLimit? {
        line.withLock { $0.refusal(of: patience, at: now, after: delay) }
    }

    /// Waits for a turn, behind everybody who asked before; whoever is cancelled gives its place up at once.
    func turn(_ patience: TurnPatience = .endless, on time: TimeSource) async -> TurnEnding {
        let place = line.withLock { $0.join(patience, at: time.now) }
        // The handler stands around all of it, so that whoever is behind moves up without waiting for this task.
        return await withTaskCancellationHandler {
            await wait(place, on: time)
        } onCancel: {
            leave(place)
        }
    }

    /// Lets nobody have a turn for a while.
    func hold(_ pause: TurnPause, at now: Duration?) {
        for (continuation, limit) in line.withLock({ $0.hold(pause, at: now) }) {
            continuation.resume(returning: .ended(.refused(limit)))
        }
    }

    private func wait(_ place: Int, on time: TimeSource) async -> TurnEnding {
        if case .ended(let ending) = await waitToBeFirst(place, on: time) { return ending }
        while true {
            switch line.withLock({ $0.step(place, at: time.now) }) {
            case .ended(let ending, let next):
                next?.resume(returning: .isFirst)
                return ending
            case .wait(let duration):
                do throws(CancellationError) {
                    try await time.sleep(for: duration)
                } catch {
                    leave(place)
                    return .cancelled
                }
            }
        }
    }

    private func waitToBeFirst(_ place: Int, on time: TimeSource) async -> TurnLine.Wake {
        await withCheckedContinuation { (continuation: TurnLine.Continuation) in
            let atOnce = line.withLock { $0.park(continuation, at: place, now: time.now) }
            if let atOnce { continuation.resume(returning: atOnce) }
        }
    }

    private func leave(_ place: Int) {
        let woken = line.withLock { $0.leave(place) }
        woken.own?.resume(returning: .ended(.cancelled))
        woken.next?.resume(returning: .isFirst)
    }
}
