import Synchronization

/// Hands out turns, so many in any second, in the order they were asked for.
///
/// Whoever has something to send waits for its ``turn()`` first. Turns that nobody takes are not saved up beyond one
/// second's worth.
///
/// ```swift
/// let rate = RequestRate(perSecond: 8)
/// try await rate.turn()
/// ```
public final class RequestRate: Sendable {
    /// The most turns in any second.
    public let perSecond: Int

    private let time: TimeSource
    private let line = Mutex(TurnLine())

    /// Sets a rate.
    ///
    /// - Parameters:
    ///   - perSecond: the most turns from any instant to a second later; fewer than one counts as one.
    ///   - time: where time comes from. Default: the system.
    public init(perSecond: Int, time: TimeSource = .system) {
        self.perSecond = max(1, perSecond)
        self.time = time
    }

    /// How many wait for their turn.
    public var waiting: Int { line.withLock { $0.count } }

    /// Waits for a turn, behind everybody who asked before.
    ///
    /// - Throws: `CancellationError` once the task is cancelled; its place is given up at once.
    public func turn() async throws(CancellationError) {
        let place = line.withLock { $0.join() }
        do {
            // The handler stands around all of it, so that whoever is behind moves up without waiting for this task.
            try await withTaskCancellationHandler {
                try await waitToBeFirst(place)
                while let pause = try pause(place) { try await time.sleep(for: pause) }
            } onCancel: {
                leave(place)
            }
        } catch {
            leave(place)
            throw CancellationError()
        }
    }

    private func waitToBeFirst(_ place: Int) async throws {
        try await withCheckedThrowingContinuation { (continuation: TurnLine.Continuation) in
            let isFirst: Result<Void, any Error>? = line.withLock { $0.park(continuation, at: place) }
            if let isFirst { continuation.resume(with: isFirst) }
        }
    }

    /// How long the first has to wait; `nil` when it has had its turn.
    private func pause(_ place: Int) throws(CancellationError) -> Duration? {
        let next: Result<TurnLine.Step, CancellationError> = line.withLock { line in
            guard line.isFirst(place) else { return .failure(CancellationError()) }
            return .success(line.step(at: time.now, perSecond: perSecond))
        }
        switch try next.get() {
        case .pause(let duration): return duration
        case .turn(let next):
            next?.resume()
            return nil
        }
    }

    private func leave(_ place: Int) {
        let woken = line.withLock { $0.leave(place) }
        woken.own?.resume(throwing: CancellationError())
        woken.next?.resume()
    }
}
