import ParseRetry
import Synchronization

/// Who waits for which reading of a ``ManualClock``, and who waits for sleepers.
final class ManualTimeline: Sendable {
    private struct Waiter {
        let due: Duration
        let isAlarm: Bool
        /// `nil` until somebody waits for an alarm that is set, and after it went off unheard.
        var continuation: CheckedContinuation<Void, any Error>?
    }

    private struct Barrier {
        let count: Int
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Duration.zero
        var waiters: [Int: Waiter] = [:]
        var barriers: [Int: Barrier] = [:]
        /// Alarms that went off and are still held by whoever set them.
        var ringing: Set<Int> = []
        var nextID = 0

        var sleepers: Int { waiters.values.count { !$0.isAlarm } }
        var nextSleepEnd: Duration? { waiters.values.filter { !$0.isAlarm }.map(\.due).min() }

        mutating func takeID() -> Int {
            defer { nextID += 1 }
            return nextID
        }
    }

    private typealias Continuation = CheckedContinuation<Void, any Error>

    private let jumps: Bool
    private let state = Mutex(State())

    init(jumps: Bool) {
        self.jumps = jumps
    }

    var now: Duration { state.withLock { $0.now } }
    var sleepers: Int { state.withLock { $0.sleepers } }
    var alarms: Int { state.withLock { $0.waiters.count - $0.sleepers } }
    var nextSleepEnd: Duration? { state.withLock { $0.nextSleepEnd } }

    func sleep(until due: Duration) async throws {
        let id = state.withLock { $0.takeID() }
        try await park(id) { state in
            guard due > state.now else { return false }
            state.waiters[id] = Waiter(due: due, isAlarm: false)
            return true
        }
    }

    func alarm(at due: Duration) -> TimeSource.Alarm {
        let id = state.withLock { state in
            let id = state.takeID()
            if due > state.now {
                state.waiters[id] = Waiter(due: due, isAlarm: true)
            } else {
                state.ringing.insert(id)
            }
            return id
        }
        // Forgotten with the last copy of the function, waited for or not.
        let token = AlarmToken { [self] in
            state.withLock { _ = $0.ringing.remove(id) }
            drop(id)
            settle()
        }
        return { [self] in
            try await park(id) { $0.waiters[id] != nil }
            withExtendedLifetime(token) {}
        }
    }

    func waitForSleepers(_ count: Int) async throws {
        let id = state.withLock { $0.takeID() }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: Continuation) in
                let reached: Result<Void, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if state.sleepers >= count { return .success(()) }
                    state.barriers[id] = Barrier(count: count, continuation: continuation)
                    return nil
                }
                if let reached { continuation.resume(with: reached) }
            }
        } onCancel: {
            state.withLock { $0.barriers.removeValue(forKey: id) }?.continuation.resume(throwing: CancellationError())
        }
    }

    func advance(to instant: Duration) {
        while let due = state.withLock({ Self.takeDue(&$0, upTo: instant) }) {
            due.resume()
        }
        state.withLock { $0.now = max($0.now, instant) }
    }

    func advanceToNextWaiter() -> Bool {
        let due = state.withLock { Self.takeDue(&$0, upTo: nil) }
        due?.resume()
        return due != nil
    }

    /// Suspends until the waiter is due; `enter` says whether there is anything to wait for.
    private func park(_ id: Int, enter: (inout State) -> Bool) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: Continuation) in
                let atOnce: Result<Void, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    guard enter(&state) else { return .success(()) }
                    state.waiters[id]?.continuation = continuation
                    return nil
                }
                if let atOnce { continuation.resume(with: atOnce) }
                settle()
            }
        } onCancel: {
            drop(id)
        }
    }

    private func drop(_ id: Int) {
        let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
        waiter?.continuation?.resume(throwing: CancellationError())
        if waiter != nil { settle() }
    }

    /// Lets barriers through, and time jump to whoever is due next while somebody sleeps.
    ///
    /// While an alarm rings time stands still: whoever set it may be about to cancel those who sleep.
    private func settle() {
        let (ready, due) = state.withLock { state in
            let ready = state.barriers.filter { $0.value.count <= state.sleepers }
            for id in ready.keys { state.barriers.removeValue(forKey: id) }
            let mayJump = jumps && state.sleepers > 0 && state.ringing.isEmpty
            let due = mayJump ? Self.takeDue(&state, upTo: nil) : nil
            return (ready.values.map(\.continuation), due)
        }
        for continuation in ready { continuation.resume() }
        due?.resume()
    }

    /// Takes the waiter that is due first, an alarm before a sleep, and moves time there.
    private static func takeDue(_ state: inout State, upTo limit: Duration?) -> Due? {
        let first = state.waiters.min { left, right in
            left.value.due != right.value.due
                ? left.value.due < right.value.due
                : (left.value.isAlarm ? 0 : 1, left.key) < (right.value.isAlarm ? 0 : 1, right.key)
        }
        guard let (id, waiter) = first else { return nil }
        if let limit, waiter.due > limit { return nil }
        state.waiters.removeValue(forKey: id)
        if waiter.isAlarm { state.ringing.insert(id) }
        state.now = max(state.now, waiter.due)
        return Due(continuation: waiter.continuation)
    }

    private struct Due {
        let continuation: CheckedContinuation<Void, any Error>?

        func resume() {
            continuation?.resume()
        }
    }

    private final class AlarmToken: Sendable {
        private let forget: @Sendable () -> Void

        init(forget: @escaping @Sendable () -> Void) {
            self.forget = forget
        }

        deinit {
            forget()
        }
    }
}
