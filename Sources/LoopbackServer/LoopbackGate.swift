import Foundation
import Synchronization

/// A gate between a test and a connection: closed at first, opened once, then open for good.
///
/// It lets a test drive a server step by step, and learn how far it has come, without any sleeping.
public final class LoopbackGate: Sendable {
    private struct State {
        var isOpen = false
        var tasks: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let condition = NSCondition()

    /// Makes a closed gate.
    public init() {}

    /// Whether it is open.
    public var isOpen: Bool { state.withLock { $0.isOpen } }

    /// Opens it for good.
    public func open() {
        let tasks = state.withLock { state in
            state.isOpen = true
            defer { state.tasks = [] }
            return state.tasks
        }
        condition.lock()
        condition.broadcast()
        condition.unlock()
        tasks.forEach { $0.resume() }
    }

    /// Suspends until it is open.
    public func opened() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.tasks.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    /// Suspends until it is open, for that long at most.
    ///
    /// - Parameter duration: the longest time to wait.
    /// - Returns: whether it is open.
    public func opened(within duration: Duration) async -> Bool {
        let date = Date(timeIntervalSinceNow: duration / .seconds(1))
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: self.block(until: date)) }
        }
    }

    /// Blocks this thread until it is open or the time has come.
    ///
    /// Answers whether it is open.
    func block(until date: Date) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while !isOpen {
            if !condition.wait(until: date) { return isOpen }
        }
        return true
    }
}
