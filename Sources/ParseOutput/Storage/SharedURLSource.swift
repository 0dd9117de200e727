public import ParseModels
import Synchronization

/// Gives out presigned URLs, asking for one at a time however many want it.
///
/// Downloads of the same document that share one are served by one call when its URL runs out: whoever comes while the
/// call is under way, or with a URL that has been replaced already, gets what the others got. A waiter that is
/// cancelled leaves at once; the call itself ends when the last one has left.
public final class SharedURLSource: Sendable {
    private typealias Waiter = CheckedContinuation<PresignedURL, any Error>

    private let fetch: ResumableDownload.URLSource
    private let state: Mutex<State>

    private struct State {
        var current: PresignedURL?
        var call: Task<Void, Never>?
        var callNumber = 0
        var waiters: [Int: Waiter] = [:]
        var nextID = 0
    }

    /// Shares a source of URLs.
    ///
    /// - Parameters:
    ///   - first: a URL that is at hand. Default: none.
    ///   - fetch: gives a fresh presigned URL each time it is called.
    public init(first: PresignedURL? = nil, _ fetch: @escaping ResumableDownload.URLSource) {
        self.fetch = fetch
        self.state = Mutex(State(current: first))
    }

    /// Takes a URL that came by another way, and is newer than any given out so far.
    ///
    /// - Parameter url: the URL.
    package func offer(_ url: PresignedURL) {
        state.withLock { $0.current = url }
    }

    /// Gives a URL.
    ///
    /// - Parameter old: the URL that is to be replaced. Default: `nil`, any will do.
    /// - Returns: another URL than that one, as far as the service gives another.
    /// - Throws: what the source throws; `CancellationError` as soon as the task is cancelled.
    public func url(replacing old: PresignedURL? = nil) async throws -> PresignedURL {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (waiter: Waiter) in
                let atOnce: Result<PresignedURL, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if let current = state.current, current != old { return .success(current) }
                    state.waiters[id] = waiter
                    if state.call == nil { begin(&state) }
                    return nil
                }
                if let atOnce { waiter.resume(with: atOnce) }
            }
        } onCancel: {
            leave(id)
        }
    }

    private func begin(_ state: inout State) {
        state.callNumber += 1
        let number = state.callNumber
        state.call = Task { [self, fetch] in
            let result: Result<PresignedURL, any Error>
            do { result = .success(try await fetch()) } catch { result = .failure(error) }
            end(number, with: result)
        }
    }

    private func end(_ number: Int, with result: Result<PresignedURL, any Error>) {
        let waiters = state.withLock { state in
            // A call that everybody has left speaks for nobody.
            guard state.callNumber == number, state.call != nil else { return [Waiter]() }
            state.call = nil
            if case .success(let url) = result { state.current = url }
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
