import Synchronization

/// Makes one call at a time, however many want its value, and keeps the last value for those who come late.
///
/// A waiter that is cancelled leaves at once; the call itself ends when the last one has left.
package final class SharedCall<Value: Sendable>: Sendable {
    private typealias Waiter = CheckedContinuation<Value, any Error>

    private let state: Mutex<State>

    private struct State {
        var last: Value?
        var call: Task<Void, Never>?
        var callNumber = 0
        var waiters: [Int: Waiter] = [:]
        var nextID = 0
    }

    /// Begins with a value that is at hand, or none.
    package init(_ value: Value? = nil) {
        self.state = Mutex(State(last: value))
    }

    /// Takes a value that came by another way, and is newer than any before.
    package func offer(_ value: Value) {
        state.withLock { $0.last = value }
    }

    /// The last value; `nil` if there is none.
    package var last: Value? { state.withLock { $0.last } }

    /// How many wait for the call under way.
    package var waiting: Int { state.withLock { $0.waiters.count } }

    /// Changes the last value, by what was learned of it.
    package func change(_ body: @Sendable (inout Value?) -> Void) {
        state.withLock { body(&$0.last) }
    }

    /// Gives a value.
    ///
    /// - Parameters:
    ///   - isStale: whether the last value will not do.
    ///   - fetch: makes the call, where none is under way.
    /// - Returns: the last value, or that of the call under way.
    /// - Throws: what the call throws; `CancellationError` as soon as the task is cancelled.
    package func value(
        unless isStale: @Sendable (Value) -> Bool,
        _ fetch: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (waiter: Waiter) in
                let atOnce: Result<Value, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if let last = state.last, !isStale(last) { return .success(last) }
                    state.waiters[id] = waiter
                    if state.call == nil { begin(&state, fetch) }
                    return nil
                }
                if let atOnce { waiter.resume(with: atOnce) }
            }
        } onCancel: {
            leave(id)
        }
    }

    private func begin(_ state: inout State, _ fetch: @escaping @Sendable () async throws -> Value) {
        state.callNumber += 1
        let number = state.callNumber
        state.call = Task { [self] in
            let result: Result<Value, any Error>
            do { result = .success(try await fetch()) } catch { result = .failure(error) }
            end(number, with: result)
        }
    }

    private func end(_ number: Int, with result: Result<Value, any Error>) {
        let waiters = state.withLock { state in
            // A call that everybody has left speaks for nobody.
            guard state.callNumber == number, state.call != nil else { return [Waiter]() }
            state.call = nil
            if case .success(let value) = result { state.last = value }
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.resume(with: result) }
    }

    private func leave(_ id: Int) {
        let (waiter, abandoned) = state.withLock { state in
            guard let waiter = state.waiters.removeValue(forKey: id) else {
                return (Waiter?.none, Task<Void, Never>?.none)
            }
            guard state.waiters.isEmpty else { return (waiter, nil) }
            defer { state.call = nil }
            return (waiter, state.call)
        }
        abandoned?.cancel()
        waiter?.resume(throwing: CancellationError())
    }
}
